package dev.throughline.model.id;

import java.util.UUID;

/** Names one profile on one machine. */
public record DeviceId(UUID value) implements Comparable<DeviceId> {
  /**
   * Reads the usual 36-character form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static DeviceId of(String text) {
    return new DeviceId(Uuids.parse(text));
  }

  @Override
  public int compareTo(DeviceId other) {
    return Uuids.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
