package dev.throughline.desktop.workspace;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.WorkspaceList;
import java.util.Optional;

/** Where workspaces are asked for and opened. Calls block; any thread. */
public interface WorkspaceDesk {
  /** The workspaces of the person; empty while there is no server. */
  Optional<Reply<WorkspaceList>> workspaces();

  /** Makes another one; empty while there is no server. */
  Optional<Reply<WorkspaceList>> make(String name);

  /** The one this profile has joined; empty before it joined any. */
  Optional<WorkspaceId> joined();

  /** Joins one with this profile, which has joined none yet. */
  void join(WorkspaceId workspace);

  /**
   * Opens one in a window of its own, with a profile of its own.
   *
   * @return why that did not work; empty when it did
   */
  Optional<String> open(WorkspaceList.Entry workspace);
}
