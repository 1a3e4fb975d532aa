package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.Rescues;
import dev.throughline.server.log.Served;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.log.SyncCore;

/**
 * One workspace as this process serves it.
 *
 * @param intake its one writer here
 * @param hand writes what the server itself has to say
 */
record WorkspaceRuntime(
    Served served, SyncCore core, ChangeIntake intake, ServerHand hand, Rescues rescues) {
  WorkspaceId id() {
    return served.workspace();
  }
}
