package dev.throughline.server.log;

import dev.throughline.model.id.WorkspaceId;

/** Is told what is durable now. Must return at once, and what it throws is nobody's. */
@FunctionalInterface
public interface Committed {
  void committed(WorkspaceId workspace, Plan plan);
}
