package dev.throughline.model.id;

import java.util.UUID;

/** Names one operation. Made by the device that records it; stays the same through every resend. */
public record OpId(UUID value) implements Comparable<OpId> {
  /**
   * Reads the usual 36-character form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static OpId of(String text) {
    return new OpId(Uuids.parse(text));
  }

  @Override
  public int compareTo(OpId other) {
    return Uuids.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
