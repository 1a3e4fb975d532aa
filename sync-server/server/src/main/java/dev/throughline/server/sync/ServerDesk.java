package dev.throughline.server.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.Aftermath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records for what the server does by itself, whoever is signed in. */
@Component
public final class ServerDesk {
  private final Workspaces workspaces;
  private final ChangeLog log;
  private final JdbcClient sql;

  ServerDesk(Workspaces workspaces, ChangeLog log, JdbcClient sql) {
    this.workspaces = workspaces;
    this.log = log;
    this.sql = sql;
  }

  /** Every workspace there is. */
  public List<WorkspaceId> workspaces() {
    return workspaces.all();
  }

  /**
   * Decides something under the lock of the head of a workspace; what it wrote is durable when this
   * returns. May be run again when the database gives a transaction up.
   *
   * @return what the last run returned
   */
  public <T> T act(WorkspaceId workspace, Function<Aftermath.Records, T> decision) {
    List<T> results = new ArrayList<>();
    workspaces.of(workspace).hand().act(records -> results.add(decision.apply(records)));
    return results.getLast();
  }

  /** The same for a decision that has nothing to say. */
  public void run(WorkspaceId workspace, Consumer<Aftermath.Records> decision) {
    workspaces.of(workspace).hand().act(decision::accept);
  }

  /** Runs something in a transaction that sees the one workspace. */
  public <T> T inTransaction(WorkspaceId workspace, Supplier<T> work) {
    return log.inTransaction(workspace, work);
  }

  /**
   * What a field of records of a kind says, each once, where another field holds one of these
   * texts; of no text, of all records. Not of those in the trash.
   */
  public List<String> said(
      WorkspaceId workspace, String kind, String wanted, String field, List<String> texts) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    """
                    select distinct fields ->> :wanted as said from sync.record_state
                     where workspace_id = :workspace and kind = :kind and trash is null
                       and (:all or fields ->> :field in (:texts))
                     order by said
                    """)
                .param("workspace", workspace.value())
                .params(Map.of("kind", kind, "wanted", wanted, "field", field))
                .param("all", texts.isEmpty())
                .param("texts", texts.isEmpty() ? List.of("") : texts)
                .query(String.class)
                .list());
  }

  /** Where a record came into the log: the number of the entry, and when. */
  public record Begun(RecordId id, long seq, long atMillis) {}

  /** Records of a kind of which a field holds one of these texts. Not those in the trash. */
  public List<RecordDesk.Found> holding(
      WorkspaceId workspace, String kind, String field, Collection<String> texts) {
    return texts.isEmpty()
        ? List.of()
        : found(
            workspace,
            """
            kind = :kind and fields ->> :field in (:texts) and trash is null
            """,
            Map.of("kind", kind, "field", field, "texts", texts));
  }

  /** Those of these records that there are. */
  public List<RecordDesk.Found> find(WorkspaceId workspace, Collection<RecordId> records) {
    return records.isEmpty()
        ? List.of()
        : found(
            workspace,
            "record_id in (:ids)",
            Map.of("ids", records.stream().map(RecordId::value).toList()));
  }

  private List<RecordDesk.Found> found(
      WorkspaceId workspace, String where, Map<String, Object> parameters) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    "select record_id, fields from sync.record_state"
                        + " where workspace_id = :workspace and "
                        + where)
                .param("workspace", workspace.value())
                .params(parameters)
                .query((row, _) -> RecordDesk.Found.of(row))
                .list());
  }

  /** How many records of a kind hold each text in a field. Not those in the trash. */
  public Map<String, Long> counts(WorkspaceId workspace, String kind, String field) {
    Map<String, Long> counts = new TreeMap<>();
    log.inTransaction(
            workspace,
            () ->
                sql.sql(
                        """
                        select coalesce(fields ->> :field, '') as said, count(*) as times
                          from sync.record_state
                         where workspace_id = :workspace and kind = :kind and trash is null
                         group by said
                        """)
                    .param("workspace", workspace.value())
                    .params(Map.of("kind", kind, "field", field))
                    .query((row, _) -> Map.entry(row.getString("said"), row.getLong("times")))
                    .list())
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  /** When each of these records was written first. */
  public List<Begun> begun(WorkspaceId workspace, Collection<RecordId> records) {
    return records.isEmpty()
        ? List.of()
        : log.inTransaction(
            workspace,
            () ->
                sql.sql(
                        """
                        select record_id, min(seq) as seq, min(accepted_at) as at
                          from sync.change_log
                         where workspace_id = :workspace and record_id in (:ids)
                         group by record_id
                        """)
                    .param("workspace", workspace.value())
                    .param("ids", records.stream().map(RecordId::value).toList())
                    .query(
                        (row, _) ->
                            new Begun(
                                new RecordId(row.getObject("record_id", UUID.class)),
                                row.getLong("seq"),
                                row.getTimestamp("at").getTime()))
                    .list());
  }

  /** Whether a push came over a route of this server that is not one of sync. */
  public boolean isByHand(WorkspaceId workspace, DeviceId device) {
    return workspaces.of(workspace).hand().isDevice(device);
  }
}
