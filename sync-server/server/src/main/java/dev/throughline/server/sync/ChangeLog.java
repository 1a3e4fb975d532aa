package dev.throughline.server.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log in Postgres, as a push sees it. All but {@link #inTransaction} must run inside it: only
 * there does row-level security show the workspace's rows.
 */
@Component
final class ChangeLog {
  /** Log entries looked through for the earlier value of one field. */
  static final int PAST_ENTRIES_MAX = 4_096;

  private static final int PAST_PAGE = 32;

  private final JdbcClient sql;
  private final ChangeLogRows rows;
  private final TransactionTemplate transaction;

  ChangeLog(JdbcClient sql, ChangeLogRows rows, TransactionTemplate transaction) {
    this.sql = sql;
    this.rows = rows;
    this.transaction = transaction;
  }

  /** Runs the work in one transaction that sees this workspace and no other. */
  <T> T inTransaction(WorkspaceId workspace, Supplier<T> work) {
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

  /** Locks the head until the end of the transaction; nobody else can push meanwhile. */
  Head lockHead(WorkspaceId workspace) {
    return sql.sql("select seq, chain from sync.workspace_head where workspace_id = ? for update")
        .param(workspace.value())
        .query((row, _) -> head(row))
        .single();
  }

  Head head(WorkspaceId workspace) {
    return sql.sql("select seq, chain from sync.workspace_head where workspace_id = ?")
        .param(workspace.value())
        .query((row, _) -> head(row))
        .single();
  }

  /** The states of all records the push names, as far as they are there. */
  Map<RecordId, RecordState> states(Push push) {
    Map<RecordId, RecordState> states = new HashMap<>();
    sql
        .sql(
            """
            select record_id, kind, seq, fields, stamps, trash
              from unnest(cast(? as uuid[])) as wanted(id)
              join sync.record_state on record_id = wanted.id
             where workspace_id = ?
            """)
        .param(array(push.ops().stream().map(op -> op.record().value()).distinct().toList()))
        .param(push.workspace().value())
        .query((row, _) -> state(row))
        .stream()
        .forEach(state -> states.put(state.id(), state));
    return states;
  }

  /**
   * Operations of the push that came before, by their number or by their id. Two joins, because one
   * condition with "or" makes the database compare every row it has with every operation.
   */
  KnownOps known(Push push) {
    String numbers =
        push.ops().stream()
            .map(Op::opNo)
            .map(String::valueOf)
            .collect(Collectors.joining(",", "{", "}"));
    return new KnownOps(
        sql.sql(
                """
                select op_id, op_no, device = :device and incarnation = :incarnation as same,
                       outcome
                  from unnest(cast(:ids as uuid[])) as wanted(id)
                  join sync.op_outcome on op_id = wanted.id
                 where workspace_id = :workspace
                union all
                select op_id, op_no, true, outcome
                  from unnest(cast(:numbers as bigint[])) as wanted(number)
                  join sync.op_outcome on op_no = wanted.number
                 where workspace_id = :workspace
                   and device = :device and incarnation = :incarnation
                """)
            .param("device", push.device().value())
            .param("incarnation", push.incarnation())
            .param("workspace", push.workspace().value())
            .param("numbers", numbers)
            .param("ids", array(push.ops().stream().map(op -> op.id().value()).toList()))
            .query((row, _) -> known(row))
            .list());
  }

  /** What the field held when the record stood at {@code seq}; empty when that is not known. */
  Optional<Value> valueAt(WorkspaceId workspace, RecordId record, String field, long seq) {
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

  /** Writes all a push leads to. The caller commits. */
  void write(Push push, Plan plan, Instant acceptedAt) {
    rows.write(push, plan, acceptedAt.atOffset(ZoneOffset.UTC));
  }

  /** Notes that a device was here. Its high-water marks only rise. */
  void seen(WorkspaceId workspace, DeviceId device, long incarnation, String author, Instant at) {
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
        row.getLong("op_no"),
        row.getBoolean("same"),
        outcome.outcome());
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
