package dev.throughline.planted.silent;

import java.time.Instant;

/** Asks the clock of the machine, in a module that declares nothing. */
final class Asker {
  Instant now() {
    return Instant.now();
  }
}
