package dev.throughline.desktop.platform;

import java.time.ZoneId;

/** The time zone of this computer, for times on the screen. */
public final class HomeZone {
  private HomeZone() {}

  public static ZoneId id() {
    return ZoneId.systemDefault();
  }
}
