package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Person;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people among the records of a workspace. */
@Component
final class Members {
  private final JdbcClient sql;
  private final ChangeLog log;

  Members(JdbcClient sql, ChangeLog log) {
    this.sql = sql;
    this.log = log;
  }

  /** Somebody's record. One who was removed is in the trash. */
  record Found(Person person, boolean isRemoved) {
    RecordId id() {
      return person.id();
    }
  }

  /** Whoever signed in under this subject. */
  Optional<Found> bySubject(WorkspaceId workspace, String subject) {
    return find(workspace, "fields ->> 'subject' = ?", subject);
  }

  /** Whoever was invited by this login and never came; also one who was removed before. */
  Optional<Found> invited(WorkspaceId workspace, String login) {
    return login.isEmpty()
        ? Optional.empty()
        : find(
            workspace,
            "fields ->> 'subject' is null and lower(fields ->> 'login') = lower(?)",
            login);
  }

  private Optional<Found> find(WorkspaceId workspace, String condition, String value) {
    return log.inTransaction(
        workspace,
        () ->
            sql.sql(
                    """
                    select record_id, fields, trash is not null as removed from sync.record_state
                     where workspace_id = ? and kind = 'person' and %s
                     order by trash is not null, record_id limit 1
                    """
                        .formatted(condition))
                .param(workspace.value())
                .param(value)
                .query(
                    (row, _) ->
                        new Found(
                            Person.from(
                                new RecordId(row.getObject("record_id", UUID.class)),
                                StateJson.fields(row.getString("fields"))),
                            row.getBoolean("removed")))
                .optional());
  }
}
