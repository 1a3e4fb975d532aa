package dev.throughline.model.sync;

import dev.throughline.model.id.WorkspaceId;
import java.util.List;

/**
 * The workspaces of a server that whoever asks is in, or is invited to; the server's first one
 * first, the others in the order they were made.
 *
 * @param mayCreate whether whoever asks may make another
 */
public record WorkspaceList(List<Entry> workspaces, boolean mayCreate) {
  /** Workspaces of one server. */
  public static final int WORKSPACES_MAX = 1_000;

  /** Characters of a name. */
  public static final int NAME_LENGTH_MAX = 100;

  public WorkspaceList {
    workspaces = List.copyOf(workspaces);
  }

  /** One workspace by its name. */
  public record Entry(WorkspaceId id, String name) {}
}
