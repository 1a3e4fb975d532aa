package dev.throughline.desktop.store;

import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;

/**
 * One operation that is not settled.
 *
 * @param since when it was made, in milliseconds since the epoch
 * @param reason why it is parked; empty otherwise
 */
public record Waiting(
    Op op, WorkspaceId workspace, WaitingState state, long since, String reason, String detail) {
  /** The same with another content. */
  Waiting with(Op other) {
    return new Waiting(other, workspace, state, since, reason, detail);
  }
}
