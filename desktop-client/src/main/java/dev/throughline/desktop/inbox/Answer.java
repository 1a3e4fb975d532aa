package dev.throughline.desktop.inbox;

/** What a field is to hold after a conflict, told from the two values that met. */
enum Answer {
  /** The value that is shown now. */
  SHOWN,
  /** The other one, which was kept beside it. */
  KEPT,
  /** Both: only where a field can hold both. */
  BOTH,
  /** Words of the person's own. */
  OWN;

  /** The word of the conflict record. */
  String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
