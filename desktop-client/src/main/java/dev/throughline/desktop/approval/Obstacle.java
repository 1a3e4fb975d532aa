package dev.throughline.desktop.approval;

import dev.throughline.model.approval.DeviceKey;
import java.util.Optional;

/** Why somebody cannot sign what waits, now. */
enum Obstacle {
  /** Nobody signs in here, or not yet. */
  NOBODY,
  /** Nothing waits: it was edited since, decided, or never opened. */
  NOT_OPEN,
  LATE,
  /** Another version of its rule counts by now: it has to be submitted again. */
  RULE_CHANGED,
  /** It is not what the server asks a signature for. */
  UNSOUND,
  /** They submitted it, or wrote it. */
  APART,
  /** The rule asks for nobody with their roles. */
  NO_SEAT,
  /** They have signed it. */
  SIGNED,
  /** This computer has no key yet. */
  NO_KEY,
  /** The key waits for somebody else's word. */
  KEY_WAITS,
  KEY_REVOKED;

  /** Why a key cannot sign; empty when it can. */
  static Optional<Obstacle> of(Optional<DeviceKey> key) {
    if (key.isEmpty()) {
      return Optional.of(NO_KEY);
    }
    return switch (key.get().state()) {
      case ASKED, PROVED -> Optional.of(KEY_WAITS);
      case REVOKED -> Optional.of(KEY_REVOKED);
      case ENROLLED -> Optional.empty();
    };
  }
}
