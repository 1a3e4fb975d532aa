package dev.throughline.desktop.sound.decode;

/**
 * What the decoding process writes: one byte that says what follows, then
 *
 * <ul>
 *   <li>{@link #BEGIN}: kind (1 byte), rate (4), channels (1)
 *   <li>{@link #SAMPLES}: how many bytes (4), and these; whole frames
 *   <li>{@link #END}: how many frames there were (8), trouble (1) or {@link #NO_TROUBLE}
 *   <li>{@link #REFUSED}: trouble (1)
 * </ul>
 *
 * Numbers have their big end first; kinds and troubles are places in their enums. Both sides are
 * always of one version, so nothing here has to last.
 */
final class Wire {
  static final int BEGIN = 'B';
  static final int SAMPLES = 'S';
  static final int END = 'E';
  static final int REFUSED = 'R';
  static final int NO_TROUBLE = 0xff;

  /** No block of samples is longer. */
  static final int BLOCK_MAX = 256 << 10;

  private Wire() {}
}
