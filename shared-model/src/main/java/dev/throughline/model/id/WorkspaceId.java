package dev.throughline.model.id;

import java.util.UUID;

/** Names a workspace: the unit of tenancy and of ordering. */
public record WorkspaceId(UUID value) implements Comparable<WorkspaceId> {
  /**
   * Reads the usual 36-character form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static WorkspaceId of(String text) {
    return new WorkspaceId(Uuids.parse(text));
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return Uuids.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
