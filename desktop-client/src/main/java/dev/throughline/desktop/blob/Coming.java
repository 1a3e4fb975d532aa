package dev.throughline.desktop.blob;

import java.nio.ByteBuffer;

/**
 * A stretch of a blob that comes in one go or, after cuts, in several. What came stays, and whether
 * it is right shows only when all of it is here. Any thread; who reads {@link #bytes} is the last.
 */
public final class Coming {
  private static final byte[] NOTHING = new byte[0];

  private final int length;
  private byte[] bytes = NOTHING;
  private int came;

  /** Of so many bytes, at least one; they take memory when the first comes. */
  Coming(int length) {
    this.length = length;
  }

  int length() {
    return length;
  }

  /** How many bytes of its begin are here. */
  synchronized int came() {
    return came;
  }

  boolean isWhole() {
    return came() == length;
  }

  /** Takes more of it; whether there was room. */
  synchronized boolean add(ByteBuffer piece) {
    int more = piece.remaining();
    if (more > length - came) {
      return false;
    }
    if (bytes.length == 0) {
      bytes = new byte[length];
    }
    piece.get(bytes, came, more);
    came += more;
    return true;
  }

  /** All of it, itself and no copy. */
  synchronized byte[] bytes() {
    if (came < length) {
      throw new IllegalStateException(came + " of " + length + " bytes are here");
    }
    return bytes;
  }
}
