package dev.throughline.planted.desktop.home;

import java.time.Instant;

/** A run that cannot be repeated. */
final class AsksTheClock {
  Instant now() {
    return Instant.now();
  }
}
