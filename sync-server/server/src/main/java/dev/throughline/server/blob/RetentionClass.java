package dev.throughline.server.blob;

import dev.throughline.server.blob.store.LockMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long what is stored is kept at least, counted from when it was complete. */
enum RetentionClass {
  /** Packages of proof, bundles of handoffs, signed reports. */
  PROOF(Optional.of(LockMode.COMPLIANCE), Duration.ofDays(7 * 365 + 2)),
  /** Results, and the scripts and manifests they come from. */
  RESULT(Optional.of(LockMode.GOVERNANCE), Duration.ofDays(3 * 365 + 1)),
  /** Recordings and transcripts; erasing them is destroying their key. */
  RECORDING(Optional.of(LockMode.GOVERNANCE), Duration.ofDays(180)),
  /** Drafts and previews. */
  DRAFT(Optional.empty(), Duration.ZERO);

  private final Optional<LockMode> mode;
  private final Duration time;

  RetentionClass(Optional<LockMode> mode, Duration time) {
    this.mode = mode;
    this.time = time;
  }

  /** How firmly; empty for what is not kept. */
  Optional<LockMode> mode() {
    return mode;
  }

  Duration time() {
    return time;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
