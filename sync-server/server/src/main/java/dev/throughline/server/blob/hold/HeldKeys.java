package dev.throughline.server.blob.hold;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath;
import dev.throughline.server.log.AuditNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts back the key of recordings that are on hold, in the transaction in which somebody erased or
 * changed it: without it what is held cannot be read by anybody.
 */
@Component
final class HeldKeys implements Aftermath {
  private final JdbcClient sql;

  HeldKeys(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void after(List<Done> group, Records records) {
    for (Done done : group) {
      if (done.op().kind().equals(MediaKey.KIND.name()) && isLost(done)) {
        MediaKey before = MediaKey.from(done.before().id(), done.before().fields());
        before
            .interview()
            .filter(this::isHeld)
            .ifPresent(interview -> putBack(before, interview, records));
      }
    }
  }

  /** The trash deletes nothing: who restores the key has it again. */
  private static boolean isLost(Done done) {
    String before = secret(done.before());
    return !before.isEmpty() && !before.equals(secret(done.after()));
  }

  private static String secret(RecordState state) {
    return MediaKey.from(state.id(), state.fields()).secret();
  }

  private void putBack(MediaKey key, RecordId interview, Records records) {
    records.write(
        key.id(), MediaKey.KIND.name(), Map.of(MediaKey.SECRET, Value.text(key.secret())));
    records.audit(
        new AuditNote(
            "key.held",
            AuditNote.DENIED,
            "on-hold",
            MediaKey.KIND.name(),
            key.id(),
            Map.of("interview", interview.toString())));
  }

  private boolean isHeld(RecordId interview) {
    Optional<Boolean> held =
        sql.sql(
                """
                select exists (
                  select from memory.hold
                    left join sync.record_state as interview
                      on interview.workspace_id = hold.workspace_id
                     and interview.record_id = :interview
                    left join sync.record_state as recording
                      on recording.workspace_id = hold.workspace_id
                     and recording.record_id = hold.scope_id
                     and hold.scope_kind = 'recording'
                   where hold.workspace_id = sync.current_workspace()
                     and hold.state in ('active', 'releasing')
                     and case hold.scope_kind
                           when 'recording'
                           then lower(recording.fields ->> 'interview') = :interview::text
                           when 'interview' then hold.scope_id = :interview
                           when 'participant'
                           then lower(interview.fields ->> 'participant') = hold.scope_id::text
                           when 'study'
                           then lower(interview.fields ->> 'study') = hold.scope_id::text
                         end)
                """)
            .param("interview", interview.value())
            .query(Boolean.class)
            .optional();
    return held.orElse(false);
  }
}
