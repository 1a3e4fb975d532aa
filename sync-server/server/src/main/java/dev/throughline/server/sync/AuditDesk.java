package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The chain of what happened, for those who export it. */
@Component
public final class AuditDesk {
  private final ChangeLog log;
  private final AuditRows rows;

  AuditDesk(ChangeLog log, AuditRows rows) {
    this.log = log;
    this.rows = rows;
  }

  /**
   * One event.
   *
   * @param event its bytes
   * @param link the chain after it, in hexadecimal
   */
  public record Event(byte[] event, String link) {}

  /** Every event of a workspace, from the first. */
  public List<Event> all(WorkspaceId workspace) {
    return log.inTransaction(
        workspace,
        () ->
            rows.all(workspace).stream()
                .map(link -> new Event(link.event(), link.link()))
                .toList());
  }
}
