package dev.throughline.model.id;

import java.util.Optional;
import java.util.UUID;

/** Names one record, whatever its kind. Made by the client that creates the record (UUIDv7). */
public record RecordId(UUID value) implements Comparable<RecordId> {
  /**
   * Reads the usual 36-character form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static RecordId of(String text) {
    return new RecordId(Uuids.parse(text));
  }

  /** As {@link #of}, of text from outside; empty where it is none. */
  public static Optional<RecordId> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(RecordId other) {
    return Uuids.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
