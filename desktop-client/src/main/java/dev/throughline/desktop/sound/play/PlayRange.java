package dev.throughline.desktop.sound.play;

/**
 * A part of a source, in its frames.
 *
 * @param to the first frame behind it
 */
public record PlayRange(long from, long to) {
  /**
   * @throws IllegalArgumentException when nothing lies between
   */
  public PlayRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no range from " + from + " to " + to);
    }
  }
}
