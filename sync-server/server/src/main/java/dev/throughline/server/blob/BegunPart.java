package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;

/**
 * The first bytes of a part, in a file, written by one sender at a time: whoever begins or goes on
 * takes the turn, and what an earlier one still gets is not written here. Any thread.
 */
final class BegunPart implements Closeable {
  private final FileChannel file;
  private int length;
  private int turns;
  private boolean isBusy;
  private boolean isClosed;
  private Instant touched;

  BegunPart(FileChannel file, Instant now) {
    this.file = file;
    this.touched = now;
  }

  /** One sender's turn. It never throws because of what it writes: that is only lost then. */
  final class Turn {
    private final int number;
    private final int from;

    private Turn(int number, int from) {
      this.number = number;
      this.from = from;
    }

    /** How many bytes are there already that this sender does not send. */
    int from() {
      return from;
    }

    /**
     * Reads what was there before.
     *
     * @param at of the first byte, below {@link #from}
     * @return how many bytes, at least one
     * @throws ProblemException when another sender has the turn, or it cannot be read
     */
    int read(int at, byte[] into, int offset, int most) {
      return readAt(this, at, ByteBuffer.wrap(into, offset, Math.min(most, from - at)));
    }

    /** Writes what came, unless another sender has the turn. */
    void add(byte[] bytes, int offset, int count) {
      append(this, ByteBuffer.wrap(bytes, offset, count));
    }

    /** Gives the turn back; whether nobody else has it. */
    boolean end() {
      return ended(this);
    }
  }

  synchronized int length() {
    return length;
  }

  synchronized boolean isBusy() {
    return isBusy;
  }

  synchronized Instant touched() {
    return touched;
  }

  /** Takes the turn; what is there beyond {@code from} is sent again. Not beyond what is there. */
  synchronized Turn take(int from, Instant now) {
    if (from > length) {
      throw new IllegalArgumentException("there are " + length + " bytes, not " + from);
    }
    length = from;
    touched = now;
    isBusy = true;
    turns++;
    return new Turn(turns, from);
  }

  private boolean isOf(Turn turn) {
    return turn.number == turns && !isClosed;
  }

  private synchronized int readAt(Turn turn, int at, ByteBuffer into) {
    try {
      int read = isOf(turn) ? file.read(into, at) : -1;
      if (read > 0) {
        return read;
      }
    } catch (IOException _) {
      close();
    }
    throw new ProblemException(
        Problem.BUSY, "What had come of this part is not here any more; ask what is there.");
  }

  private synchronized void append(Turn turn, ByteBuffer bytes) {
    if (!isOf(turn)) {
      return;
    }
    if (length + bytes.remaining() > BlobManifest.PART_BYTES) {
      close();
      return;
    }
    try {
      while (bytes.hasRemaining()) {
        length += file.write(bytes, length);
      }
    } catch (IOException _) {
      // As when the disk is full: the part is stored all the same, unless it is cut off.
      close();
    }
  }

  private synchronized boolean ended(Turn turn) {
    boolean isLast = turn.number == turns;
    isBusy &= !isLast;
    return isLast;
  }

  /** Throws away what is there. */
  @Override
  public synchronized void close() {
    isClosed = true;
    length = 0;
    try {
      file.close();
    } catch (IOException _) {
      // Nothing of it is wanted.
    }
  }
}
