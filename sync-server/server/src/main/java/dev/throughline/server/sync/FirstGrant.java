package dev.throughline.server.sync;

import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.people.Callers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens a workspace to everybody with a role when people sign in to it for the first time: so a
 * small team works at once, and nobody loses what they wrote before. Whoever administers keys can
 * withdraw that and grant studies one by one.
 */
@Component
final class FirstGrant {
  private static final Grant EVERYBODY =
      Grant.of(Optional.empty(), Optional.empty(), Level.RESTRICTED);

  FirstGrant(Callers callers, ChangeLog log, Workspaces workspaces, ServerHand hand) {
    var workspace = workspaces.served().workspace();
    boolean isThere =
        log.inTransaction(
            workspace,
            () ->
                log.links(workspace, java.util.List.of(EVERYBODY.id()))
                    .containsKey(EVERYBODY.id()));
    if (callers.areKnown() && !isThere) {
      hand.write(EVERYBODY.id(), Grant.KIND.name(), EVERYBODY.toFields());
    }
  }
}
