package dev.throughline.model.sync;

import dev.throughline.model.id.DeviceId;
import java.util.Optional;
import java.util.Set;

/**
 * The first message of a session.
 *
 * @param incarnation counts the starts of this device's journal; a copy of a profile shows up as
 *     two devices that use one number
 * @param cursor where the device stands; empty for one that never pulled from this workspace
 * @param clockMillis the device's clock, so that a wrong one is noticed
 */
public record Hello(
    int versionMin,
    int versionMax,
    Set<String> features,
    DeviceId device,
    long incarnation,
    String author,
    Optional<Cursor> cursor,
    long clockMillis) {
  public Hello {
    features = Set.copyOf(features);
  }
}
