package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Notices what other servers on the same database have taken in. */
@Component
final class HeadWatch {
  private static final Logger log = LoggerFactory.getLogger(HeadWatch.class);
  private static final long LOOK_MILLIS = 100;

  private final ChangeLog changes;
  private final Hints hints;
  private final WorkspaceId first;
  private boolean isDatabaseThere = true;

  HeadWatch(ChangeLog changes, Hints hints, Workspaces workspaces) {
    this.changes = changes;
    this.hints = hints;
    this.first = workspaces.first().id();
  }

  /** Called by the scheduler, never twice at once. Logs once when the database goes or returns. */
  @Scheduled(fixedDelay = LOOK_MILLIS)
  void look() {
    Set<WorkspaceId> awaited = new HashSet<>(hints.awaited());
    awaited.add(first);
    try {
      awaited.forEach(
          workspace ->
              hints.headMoved(
                  workspace,
                  changes.inTransaction(workspace, () -> changes.head(workspace)).seq()));
      if (!isDatabaseThere) {
        log.info("The database answers again.");
      }
      isDatabaseThere = true;
    } catch (DataAccessException | TransactionException e) {
      if (isDatabaseThere && hints.isRunning()) {
        log.warn("The database does not answer. (SRV-21)");
      }
      isDatabaseThere = false;
    }
  }
}
