package dev.throughline.server.blob.hold;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.BlobVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register in Postgres. In a transaction that names the workspace. */
@Component
final class HoldRows {
  /** An id in a field; none where something else stands there. */
  private static final String IS_ID = "~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

  private static final String COLUMNS =
      """
      select hold.*,
             (select count(*) from memory.hold_blob as covered
               where covered.workspace_id = hold.workspace_id and covered.hold_id = hold.id)
               as objects
        from memory.hold where workspace_id = :workspace\
      """;

  private final JdbcClient sql;

  HoldRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A blob in the store, and whether some hold covers it. */
  record Covered(UUID id, BlobVersion version, boolean isHeld) {}

  /** Whether it was added; else there is one of that id. */
  boolean add(WorkspaceId workspace, Hold hold) {
    return sql.sql(
                """
                insert into memory.hold (workspace_id, id, matter, reason, scope_kind, scope_id,
                                         state, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                workspace.value(),
                hold.id(),
                hold.matter(),
                hold.reason(),
                hold.scope().wireName(),
                hold.scopeId().value(),
                hold.state().wireName(),
                hold.proposed().person().value(),
                hold.proposed().at().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<Hold> find(WorkspaceId workspace, UUID id) {
    return sql.sql(COLUMNS + " and id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query((row, _) -> row(row))
        .optional();
  }

  /** A page of them, in the order of their ids, those after one of them. */
  List<Hold> page(WorkspaceId workspace, UUID after, int countMax) {
    return sql.sql(COLUMNS + " and id > :after order by id limit :limit")
        .param("workspace", workspace.value())
        .param("after", after)
        .param("limit", countMax)
        .query((row, _) -> row(row))
        .list();
  }

  /**
   * Notes a step.
   *
   * @param what the beginning of the names of two columns, such as {@code confirmed}
   */
  void step(WorkspaceId workspace, UUID id, Hold.State state, String what, Hold.Step step) {
    sql.sql(
            "update memory.hold set state = ?, %s_by = ?, %s_at = ?".formatted(what, what)
                + " where workspace_id = ? and id = ?")
        .params(
            state.wireName(),
            step.person().value(),
            step.at().atOffset(ZoneOffset.UTC),
            workspace.value(),
            id)
        .update();
  }

  void state(WorkspaceId workspace, UUID id, Hold.State state) {
    sql.sql("update memory.hold set state = ? where workspace_id = ? and id = ?")
        .params(state.wireName(), workspace.value(), id)
        .update();
  }

  long active(WorkspaceId workspace) {
    return sql.sql(
            """
            select count(*) from memory.hold
             where workspace_id = ? and state in ('active', 'releasing')
            """)
        .param(workspace.value())
        .query(Long.class)
        .single();
  }

  /** Brings every blob under the holds that reach it by now, those in the trash too. */
  void cover(WorkspaceId workspace, Instant now) {
    sql.sql(
            """
            insert into memory.hold_blob (workspace_id, hold_id, blob_id, covered_at)
            select hold.workspace_id, hold.id, blob.id, :now
              from memory.hold
              join memory.blob on blob.workspace_id = hold.workspace_id
                              and blob.state <> 'deleted'
              join sync.record_state as recording
                on recording.workspace_id = blob.workspace_id
               and recording.record_id = blob.record_id
              left join sync.record_state as interview
                on interview.workspace_id = blob.workspace_id
               and interview.record_id = case
                     when recording.fields ->> 'interview' %s
                     then cast(recording.fields ->> 'interview' as uuid) end
             where hold.workspace_id = :workspace and hold.state in ('active', 'releasing')
               and case hold.scope_kind
                     when 'recording' then blob.record_id = hold.scope_id
                     when 'interview' then interview.record_id = hold.scope_id
                     when 'participant'
                     then lower(interview.fields ->> 'participant') = hold.scope_id::text
                     when 'study' then lower(interview.fields ->> 'study') = hold.scope_id::text
                   end
            on conflict do nothing
            """
                .formatted(IS_ID))
        .param("workspace", workspace.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Every blob that some hold covers. */
  List<Covered> held(WorkspaceId workspace) {
    return all(workspace).stream().filter(Covered::isHeld).toList();
  }

  /** Every blob that is in the store. */
  List<Covered> all(WorkspaceId workspace) {
    return sql.sql(
            """
            select blob.id, blob.record_id, blob.role, blob.version,
                   exists (
                     select from memory.hold_blob as covered
                       join memory.hold on hold.workspace_id = covered.workspace_id
                                       and hold.id = covered.hold_id
                      where covered.workspace_id = blob.workspace_id
                        and covered.blob_id = blob.id
                        and hold.state in ('active', 'releasing')) as held
              from memory.blob where workspace_id = ? and state <> 'deleted'
            """)
        .param(workspace.value())
        .query(
            (row, _) ->
                new Covered(
                    row.getObject("id", UUID.class),
                    new BlobVersion(
                        new BlobKey(
                            workspace,
                            new RecordId(row.getObject("record_id", UUID.class)),
                            row.getString("role")),
                        row.getString("version")),
                    row.getBoolean("held")))
        .list();
  }

  /** The blobs that one hold covers. */
  List<UUID> of(WorkspaceId workspace, UUID hold) {
    return sql.sql("select blob_id from memory.hold_blob where workspace_id = ? and hold_id = ?")
        .params(workspace.value(), hold)
        .query(UUID.class)
        .list();
  }

  private static Hold row(ResultSet row) throws SQLException {
    return new Hold(
        row.getObject("id", UUID.class),
        row.getString("matter"),
        row.getString("reason"),
        Hold.Scope.of(row.getString("scope_kind")),
        new RecordId(row.getObject("scope_id", UUID.class)),
        Hold.State.of(row.getString("state")),
        step(row, "proposed").orElseThrow(),
        step(row, "confirmed"),
        step(row, "release"),
        step(row, "released"),
        row.getLong("objects"));
  }

  private static Optional<Hold.Step> step(ResultSet row, String what) throws SQLException {
    UUID person = row.getObject(what + "_by", UUID.class);
    OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
    return person == null || at == null
        ? Optional.empty()
        : Optional.of(new Hold.Step(new RecordId(person), at.toInstant()));
  }
}
