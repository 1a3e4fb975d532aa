package dev.throughline.model.id;

import java.util.UUID;

/** Names a group of operations that apply together or not at all. */
public record GroupId(UUID value) implements Comparable<GroupId> {
  /**
   * Reads the usual 36-character form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static GroupId of(String text) {
    return new GroupId(Uuids.parse(text));
  }

  @Override
  public int compareTo(GroupId other) {
    return Uuids.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
