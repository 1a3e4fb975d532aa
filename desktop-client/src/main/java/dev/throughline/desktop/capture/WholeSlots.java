package dev.throughline.desktop.capture;

import java.io.IOException;

/**
 * Hands sound that comes in pieces of any length on to a writer, many slots at once: a slot that is
 * not full ends its segment, and every hand-over is forced to disk. For sound that is still where
 * it came from; what is recorded goes to disk as it comes.
 */
public final class WholeSlots {
  private final SoundWriter writer;
  private final Room room;
  private final byte[] gathered;
  private int length;

  /** Whether the disk has room for more of such sound; asked before each hand-over. */
  @FunctionalInterface
  public interface Room {
    boolean isThere() throws IOException;
  }

  /**
   * @param slots at once, of a quarter of a second each
   */
  public WholeSlots(SoundWriter writer, int slots, Room room) {
    this.writer = writer;
    this.room = room;
    this.gathered = new byte[slots * writer.slotBytes()];
  }

  /**
   * Takes a piece.
   *
   * @param count of its bytes; whole frames
   * @throws IOException when there is no room, or the disk does not take what was gathered
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
    if (!room.isThere()) {
      throw new IOException("the rest of the disk is for recordings made here");
    }
    writer.append(gathered, 0, length);
    length = 0;
  }
}
