package dev.throughline.desktop.capture;

import java.io.IOException;

/**
 * Hands sound that comes in pieces of any length on to a writer, ten seconds at once: a slot that
 * is not full ends its segment, and every hand-over is forced to disk. For sound that is still
 * where it came from; what is recorded goes to disk as it comes.
 */
public final class WholeSlots {
  private static final int SLOTS = SlotPlan.SEGMENT_SLOTS / 2;

  private final SoundWriter writer;
  private final byte[] gathered;
  private int length;

  public WholeSlots(SoundWriter writer) {
    this.writer = writer;
    this.gathered = new byte[SLOTS * writer.slotBytes()];
  }

  /**
   * Takes a piece.
   *
   * @param count of its bytes; whole frames
   * @throws IOException when the disk does not take what was gathered
   */
  public void append(byte[] sound, int count) throws IOException {
    int from = 0;
    while (from < count) {
      int now = Math.min(count - from, gathered.length - length);
      System.arraycopy(sound, from, gathered, length, now);
      length += now;
      from += now;
      if (length == gathered.length) {
        flush();
      }
    }
  }

  /** Hands on what is left; nothing may come after it. */
  public void end() throws IOException {
    flush();
  }

  private void flush() throws IOException {
    writer.append(gathered, 0, length);
    length = 0;
  }
}
