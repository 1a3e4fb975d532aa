package dev.throughline.desktop.approval;

/** Why somebody cannot sign what waits, now. */
enum Obstacle {
  /** Nobody signs in here, or not yet. */
  NOBODY,
  /** Nothing waits: it was edited since, decided, or never opened. */
  NOT_OPEN,
  LATE,
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
  KEY_REVOKED
}
