package dev.throughline.model.sync;

import dev.throughline.model.id.DeviceId;
import java.util.List;
import java.util.Optional;

/**
 * Devices that came to a workspace, the one that came last first: those of whoever asks, and for
 * key administrators those of everybody.
 */
public record DeviceList(List<Entry> devices) {
  /** Devices of one answer. */
  public static final int DEVICES_MAX = 1_000;

  public DeviceList {
    devices = List.copyOf(devices);
  }

  /**
   * One device.
   *
   * @param name as it calls itself; may be empty
   * @param person by whom it came last
   * @param yours whether that is whoever asks
   * @param seenAtMillis when it came last
   * @param waiting operations that waited on it then, less those it sent since
   * @param end how it was signed out from elsewhere; empty while it was not
   */
  public record Entry(
      DeviceId device,
      String name,
      String person,
      boolean yours,
      long seenAtMillis,
      long waiting,
      Optional<End> end) {}

  /** By whom a device was signed out, and when. */
  public record End(String by, long atMillis) {}
}
