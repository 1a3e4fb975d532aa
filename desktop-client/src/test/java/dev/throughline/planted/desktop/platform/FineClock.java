package dev.throughline.planted.desktop.platform;

import java.time.Instant;

/** Must not be reported. */
final class FineClock {
  Instant now() {
    return Instant.now();
  }
}
