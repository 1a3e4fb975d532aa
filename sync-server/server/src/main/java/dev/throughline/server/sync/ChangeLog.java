package dev.throughline.server.sync;

import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.log.DeviceMark;
import dev.throughline.server.log.Effect;
import dev.throughline.server.log.Hash;
import dev.throughline.server.log.Head;
import dev.throughline.server.log.KnownOps;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.Move;
import dev.throughline.server.log.Payload;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log in Postgres. All but {@link #inTransaction} must run inside it: only there does row-level
 * security show the workspace's rows.
 */
@Component
final class ChangeLog implements LogStore {
  /** Log entries looked through for the earlier value of one field. */
  static final int PAST_ENTRIES_MAX = 4_096;

  private static final int PAST_PAGE = 32;

  private final JdbcClient sql;
  private final ChangeLogRows rows;
  private final ChangeLogScopes scopes;
  private final TransactionTemplate transaction;

  ChangeLog(
      JdbcClient sql, ChangeLogRows rows, ChangeLogScopes scopes, TransactionTemplate transaction) {
    this.sql = sql;
    this.rows = rows;
    this.scopes = scopes;
    this.transaction = transaction;
  }

  @Override
  public <T> T inTransaction(WorkspaceId workspace, Supplier<T> work) {
    T result =
        transaction.execute(
            _ -> {
              sql.sql("select set_config('throughline.workspace', ?, true)")
                  .param(workspace.toString())
                  .query(String.class)
                  .single();
              return work.get();
            });
    return java.util.Objects.requireNonNull(result);
  }

  @Override
  public Head lockHead(WorkspaceId workspace) {
    return sql.sql("select seq, chain from sync.workspace_head where workspace_id = ? for update")
        .param(workspace.value())
        .query((row, _) -> head(row))
        .single();
  }

  @Override
  public Head head(WorkspaceId workspace) {
    return sql.sql("select seq, chain from sync.workspace_head where workspace_id = ?")
        .param(workspace.value())
        .query((row, _) -> head(row))
        .single();
  }

  @Override
  public Map<RecordId, RecordState> states(WorkspaceId workspace, Collection<RecordId> records) {
    Map<RecordId, RecordState> states = new HashMap<>();
    sql
        .sql(
            """
            select record_id, kind, seq, fields, stamps, trash
              from unnest(cast(? as uuid[])) as wanted(id)
              join sync.record_state on record_id = wanted.id
             where workspace_id = ?
            """)
        .param(array(records.stream().map(RecordId::value).toList()))
        .param(workspace.value())
        .query((row, _) -> state(row))
        .stream()
        .forEach(state -> states.put(state.id(), state));
    return states;
  }

  /**
   * Numbers are looked up for operations that are new and come under a number their device has
   * passed: those of a copied profile, and the few that waited for something the server kept aside.
   */
  @Override
  public KnownOps known(WorkspaceId workspace, Collection<Push> pushes) {
    List<KnownOps.Known> known =
        new ArrayList<>(
            sql.sql(
                    """
                    select op_id, device, op_no, outcome
                      from unnest(cast(:ids as uuid[])) as wanted(id)
                      join sync.op_outcome on op_id = wanted.id
                     where workspace_id = :workspace
                    """)
                .param("ids", of(pushes, (_, op) -> Optional.of(op.id().value())))
                .param("workspace", workspace.value())
                .query((row, _) -> known(row))
                .list());
    Set<OpId> ids = known.stream().map(KnownOps.Known::id).collect(Collectors.toSet());
    Map<DeviceId, DeviceMark> devices =
        devices(workspace, pushes.stream().map(Push::device).distinct().toList());
    String late =
        of(
            pushes,
            (push, op) ->
                Optional.of(op.opNo())
                    .filter(number -> !ids.contains(op.id()))
                    .filter(
                        number ->
                            number
                                <= devices
                                    .getOrDefault(push.device(), DeviceMark.NONE)
                                    .lastOpNo()));
    if (!late.equals(NONE)) {
      devices.keySet().forEach(device -> known.addAll(under(workspace, device, late)));
    }
    return new KnownOps(known, devices);
  }

  @Override
  public DeviceMark device(WorkspaceId workspace, DeviceId device) {
    return devices(workspace, List.of(device)).getOrDefault(device, DeviceMark.NONE);
  }

  private Map<DeviceId, DeviceMark> devices(WorkspaceId workspace, List<DeviceId> asked) {
    Map<DeviceId, DeviceMark> devices = new HashMap<>();
    sql.sql(
            """
            select device, incarnation, last_op_no from sync.device
             where workspace_id = ? and device = any(cast(? as uuid[]))
            """)
        .param(workspace.value())
        .param(array(asked.stream().map(DeviceId::value).toList()))
        .query(
            row -> {
              devices.put(
                  new DeviceId(row.getObject("device", UUID.class)),
                  new DeviceMark(row.getLong("incarnation"), row.getLong("last_op_no")));
            });
    return devices;
  }

  private List<KnownOps.Known> under(WorkspaceId workspace, DeviceId device, String numbers) {
    return sql.sql(
            """
            select op_id, device, op_no, outcome from sync.op_outcome
             where workspace_id = ? and device = ? and op_no = any(cast(? as bigint[]))
            """)
        .param(workspace.value())
        .param(device.value())
        .param(numbers)
        .query((row, _) -> known(row))
        .list();
  }

  /** At most one element an operation, in the database's notation of an array. */
  private static String of(Collection<Push> pushes, BiFunction<Push, Op, Optional<?>> element) {
    return pushes.stream()
        .flatMap(push -> push.ops().stream().flatMap(op -> element.apply(push, op).stream()))
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public long liveRecords(WorkspaceId workspace, int countMax) {
    return sql.sql(
            """
            select count(*) from
              (select 1 from sync.record_state where workspace_id = ? and trash is null limit ?)
            """)
        .param(workspace.value())
        .param(countMax)
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Value> valueAt(WorkspaceId workspace, RecordId record, String field, long seq) {
    long before = seq + 1;
    for (int looked = 0; looked < PAST_ENTRIES_MAX; looked += PAST_PAGE) {
      List<Past> page = past(workspace, record, before);
      for (Past entry : page) {
        if (entry.isErased()) {
          return Optional.empty();
        }
        Value value = entry.payload().fields().get(field);
        if (value != null) {
          return Optional.of(value);
        }
      }
      if (page.size() < PAST_PAGE) {
        // The record's whole past is known and the field was never set: it held nothing.
        return Optional.of(Value.NOTHING);
      }
      before = page.getLast().seq();
    }
    return Optional.empty();
  }

  @Override
  public void write(WorkspaceId workspace, Effect effect, Instant acceptedAt) {
    rows.write(workspace, effect, acceptedAt.atOffset(ZoneOffset.UTC));
    effect.plans().forEach(plan -> scopes.write(workspace, plan.moves()));
  }

  @Override
  public List<Grant> grants(WorkspaceId workspace, Optional<RecordId> person) {
    return scopes.grants(workspace, person);
  }

  @Override
  public List<RecordState> naming(
      WorkspaceId workspace, String kind, String field, RecordId record) {
    return List.copyOf(states(workspace, scopes.naming(workspace, kind, field, record)).values());
  }

  @Override
  public boolean isRemoved(WorkspaceId workspace, RecordId person) {
    return scopes.isRemoved(workspace, person);
  }

  @Override
  public Map<RecordId, Scopes.Link> links(WorkspaceId workspace, Collection<RecordId> records) {
    return scopes.links(workspace, records);
  }

  @Override
  public List<Move> moves(WorkspaceId workspace, long after, long to) {
    return scopes.moves(workspace, after, to);
  }

  @Override
  public List<Way> ways(WorkspaceId workspace) {
    return scopes.ways(workspace);
  }

  @Override
  public Optional<Hash> chainAt(WorkspaceId workspace, long seq) {
    return sql.sql("select chain from sync.change_commit where workspace_id = ? and last_seq = ?")
        .param(workspace.value())
        .param(seq)
        .query((row, _) -> Hash.of(row.getBytes("chain")))
        .optional();
  }

  @Override
  public List<CommitMark> commitsAfter(WorkspaceId workspace, long seq, int countMax) {
    return sql.sql(
            """
            select last_seq, chain, payload_bytes from sync.change_commit
             where workspace_id = ? and last_seq > ? order by last_seq limit ?
            """)
        .param(workspace.value())
        .param(seq)
        .param(countMax)
        .query(
            (row, _) ->
                new CommitMark(
                    new Head(row.getLong("last_seq"), Hash.of(row.getBytes("chain"))),
                    row.getLong("payload_bytes")))
        .list();
  }

  @Override
  public void entries(WorkspaceId workspace, long after, long to, Consumer<Change> reader) {
    sql.sql(
            """
            select seq, record_id, kind, author, device, payload, accepted_at from sync.change_log
             where workspace_id = ? and seq > ? and seq <= ? order by seq
            """)
        .param(workspace.value())
        .param(after)
        .param(to)
        .query((RowCallbackHandler) row -> reader.accept(change(row)));
  }

  private static Change change(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes("payload");
    UUID device = row.getObject("device", UUID.class);
    Payload what = payload == null ? Payload.erased() : Payload.of(payload);
    return new Change(
        row.getLong("seq"),
        new RecordId(row.getObject("record_id", UUID.class)),
        row.getString("kind"),
        what.trashed(),
        what.fields(),
        row.getString("author"),
        device == null ? LogEntry.SERVER : device.toString(),
        row.getObject("accepted_at", OffsetDateTime.class).toInstant().toEpochMilli(),
        what.deliberate());
  }

  @Override
  public void seen(
      WorkspaceId workspace, DeviceId device, long incarnation, String author, Instant at) {
    rows.seen(workspace, device, incarnation, author, at.atOffset(ZoneOffset.UTC), 0);
  }

  private record Past(long seq, boolean isErased, Payload payload) {}

  private List<Past> past(WorkspaceId workspace, RecordId record, long before) {
    return sql.sql(
            """
            select seq, payload from sync.change_log
             where workspace_id = ? and record_id = ? and seq < ?
             order by seq desc limit ?
            """)
        .param(workspace.value())
        .param(record.value())
        .param(before)
        .param(PAST_PAGE)
        .query(
            (row, _) -> {
              byte[] payload = row.getBytes("payload");
              return new Past(
                  row.getLong("seq"),
                  payload == null,
                  payload == null ? Payload.erased() : Payload.of(payload));
            })
        .list();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong("seq"), Hash.of(row.getBytes("chain")));
  }

  private static RecordState state(ResultSet row) throws SQLException {
    return new RecordState(
        new RecordId(row.getObject("record_id", UUID.class)),
        row.getString("kind"),
        row.getLong("seq"),
        Optional.ofNullable(row.getString("trash")).map(StateJson::stamp),
        StateJson.fields(row.getString("fields")),
        StateJson.stamps(row.getString("stamps")));
  }

  private static KnownOps.Known known(ResultSet row) throws SQLException {
    OpOutcome outcome =
        WireFormat.OP_OUTCOME.decode(
            row.getString("outcome").getBytes(StandardCharsets.UTF_8), Encoding.JSON);
    return new KnownOps.Known(
        new OpId(row.getObject("op_id", UUID.class)),
        new KnownOps.Number(
            new DeviceId(row.getObject("device", UUID.class)), row.getLong("op_no")),
        outcome.outcome());
  }

  private static final String NONE = "{}";

  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
