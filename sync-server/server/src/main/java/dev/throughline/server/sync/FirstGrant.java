package dev.throughline.server.sync;

import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.server.people.Callers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens the first workspace to everybody with a role when people sign in to it for the first time:
 * so a small team works at once, and nobody loses what they wrote before. Whoever administers keys
 * can withdraw that and grant studies one by one.
 */
@Component
final class FirstGrant {
  private static final Grant EVERYBODY =
      Grant.of(Optional.empty(), Optional.empty(), Level.RESTRICTED);

  FirstGrant(Callers callers, ChangeLog log, Workspaces workspaces) {
    WorkspaceRuntime first = workspaces.first();
    boolean isThere =
        log.inTransaction(
            first.id(),
            () -> log.links(first.id(), List.of(EVERYBODY.id())).containsKey(EVERYBODY.id()));
    if (callers.areKnown() && !isThere) {
      first.hand().write(EVERYBODY.id(), Grant.KIND.name(), EVERYBODY.toFields());
    }
  }
}
