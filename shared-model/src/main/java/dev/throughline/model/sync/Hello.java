package dev.throughline.model.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/**
 * The first message of a session.
 *
 * @param incarnation rises with every start of this device's journal; a copy of a profile shows up
 *     as a device that falls back behind one
 * @param sentOpNo the highest number of an operation that was sent before this start; a server that
 *     knows a higher one of an earlier start has met a copy. Empty for a device that does not say
 * @param cursor where the device stands; empty for one that never pulled from this workspace
 * @param clockMillis the device's clock, so that a wrong one is noticed
 * @param workspace which one it means; empty for the server's first
 * @param about what the device says of itself; empty for one that says nothing
 */
public record Hello(
    int versionMin,
    int versionMax,
    Set<String> features,
    DeviceId device,
    long incarnation,
    Optional<Long> sentOpNo,
    String author,
    Optional<Cursor> cursor,
    long clockMillis,
    Optional<WorkspaceId> workspace,
    Optional<DeviceNote> about) {
  public Hello {
    features = Set.copyOf(features);
  }

  /** A greeting of a device that does not say which operations came before its start. */
  public Hello(
      int versionMin,
      int versionMax,
      Set<String> features,
      DeviceId device,
      long incarnation,
      String author,
      Optional<Cursor> cursor,
      long clockMillis) {
    this(
        versionMin,
        versionMax,
        features,
        device,
        incarnation,
        Optional.empty(),
        author,
        cursor,
        clockMillis,
        Optional.empty(),
        Optional.empty());
  }

  /** The same under another name. */
  public Hello by(String other) {
    return new Hello(
        versionMin,
        versionMax,
        features,
        device,
        incarnation,
        sentOpNo,
        other,
        cursor,
        clockMillis,
        workspace,
        about);
  }
}
