package dev.throughline.desktop.hold;

import java.util.Locale;

/** What can be done about a hold that is there. */
public enum HoldStep {
  /** Another person stands behind it; from then on it counts. */
  CONFIRM,
  /** One that nobody confirmed is taken back. */
  WITHDRAW,
  /** The first person asks for its end, another one ends it. */
  RELEASE;

  /** The last part of its route. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
