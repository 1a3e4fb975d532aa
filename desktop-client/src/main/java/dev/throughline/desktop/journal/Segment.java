package dev.throughline.desktop.journal;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One file of the journal. Space is allocated ahead, so that a full disk refuses before it tears.
 */
final class Segment implements AutoCloseable {
  static final int HEADER_BYTES = 24;
  private static final byte[] MAGIC = "TLJ1".getBytes(StandardCharsets.US_ASCII);
  private static final int ALLOCATION_BYTES = 1 << 20;
  private static final int WINDOW_BYTES = 1 << 16;

  private final long number;
  private final FileChannel channel;
  private final FrameSeal seal;
  private long end;
  private long allocated;

  private Segment(long number, FileChannel channel, FrameSeal seal) throws IOException {
    this.number = number;
    this.channel = channel;
    this.seal = seal;
    this.allocated = channel.size();
  }

  static Path file(Path folder, long number) {
    return folder.resolve(String.format(Locale.ROOT, "%09d.jlog", number));
  }

  /**
   * How a segment begins.
   *
   * @param isAnew whether a journal begins here, whatever its number is
   */
  record Header(String keyId, boolean isAnew) {
    private ByteBuffer bytes() {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      return header
          .put(MAGIC)
          .putInt(isAnew ? 1 : 0)
          .put(keyId.getBytes(StandardCharsets.US_ASCII))
          .rewind();
    }
  }

  /** Makes a new segment; it and its place in the folder are on disk when this returns. */
  static Segment create(Disk disk, Path folder, long number, FrameSeal seal, Header header)
      throws IOException {
    Path fresh = folder.resolve("segment.new");
    disk.deleteIfExists(fresh);
    try (FileChannel channel =
        disk.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeFully(channel, ByteBuffer.allocate(ALLOCATION_BYTES).put(header.bytes()).rewind(), 0);
      channel.force(true);
    }
    disk.move(fresh, file(folder, number));
    disk.syncFolder(folder);
    Segment segment = open(disk, folder, number, seal);
    segment.end = HEADER_BYTES;
    return segment;
  }

  static Segment open(Disk disk, Path folder, long number, FrameSeal seal) throws IOException {
    return new Segment(
        number,
        disk.open(file(folder, number), StandardOpenOption.READ, StandardOpenOption.WRITE),
        seal);
  }

  /** An entry with the place after it. */
  record Found(byte[] entry, JournalPosition next) {}

  /**
   * What a segment holds from an offset on.
   *
   * @param damaged frames inside that could not be read although sound ones follow
   * @param endsCleanly whether nothing stands after the last sound entry
   */
  record Content(List<Found> entries, int damaged, boolean endsCleanly) {}

  /**
   * Reads on from an offset; leaves the end of the segment after the last sound entry. A frame that
   * was torn by a crash is the last one; a bad frame with sound ones behind it is damage, is
   * skipped and counted.
   */
  Content read(long from) throws IOException {
    List<Found> entries = new ArrayList<>();
    int damaged = 0;
    int bad = 0;
    long offset = Math.max(from, HEADER_BYTES);
    end = offset;
    while (offset >= 0) {
      long at = offset;
      int length = lengthAt(at);
      Optional<byte[]> entry = length < 0 ? Optional.empty() : entryAt(at, length);
      offset = length < 0 ? nextHead(at + 1) : at + FrameSeal.HEAD_BYTES + length;
      if (entry.isPresent()) {
        entries.add(new Found(entry.get(), new JournalPosition(number, offset)));
        damaged += bad;
        bad = 0;
        end = offset;
      } else {
        bad++;
      }
    }
    return new Content(entries, damaged, tail().length == 0);
  }

  /** What stands behind the last sound entry, without the zeros at its end. */
  byte[] tail() throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - end)));
    int length = readAt(rest, end);
    while (length > 0 && rest.get(length - 1) == 0) {
      length--;
    }
    return java.util.Arrays.copyOf(rest.array(), length);
  }

  /** Whether the segment says that it was begun under that key. */
  boolean isSealedUnder(String keyId) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    readAt(header, 0);
    header.rewind();
    return header.equals(new Header(keyId, false).bytes())
        || header.equals(new Header(keyId, true).bytes());
  }

  /** Whether a segment says that a journal begins with it. */
  static boolean beginsAnew(Disk disk, Path folder, long number) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    try (FileChannel channel = disk.open(file(folder, number), StandardOpenOption.READ)) {
      channel.read(header, 0);
    }
    return header.getInt(MAGIC.length) == 1;
  }

  /** Wipes what a crash left behind the last sound entry. */
  void clearTail() throws IOException {
    long size = channel.size();
    for (long at = end; at < size; at += ALLOCATION_BYTES) {
      int length = (int) Math.min(ALLOCATION_BYTES, size - at);
      writeFully(channel, ByteBuffer.allocate(length), at);
    }
    channel.force(true);
    allocated = size;
  }

  /** Appends an entry; it is on disk when this returns. */
  JournalPosition append(byte[] entry) throws IOException {
    ByteBuffer frame = seal.seal(entry, new JournalPosition(number, end));
    allocate(end + frame.remaining() + Integer.BYTES);
    int length = frame.remaining();
    writeFully(channel, frame, end);
    channel.force(false);
    end += length;
    return new JournalPosition(number, end);
  }

  long number() {
    return number;
  }

  long end() {
    return end;
  }

  private void allocate(long needed) throws IOException {
    if (needed <= allocated) {
      return;
    }
    long target = (needed + ALLOCATION_BYTES - 1) / ALLOCATION_BYTES * ALLOCATION_BYTES;
    for (long at = allocated; at < target; at += ALLOCATION_BYTES) {
      writeFully(channel, ByteBuffer.allocate((int) Math.min(ALLOCATION_BYTES, target - at)), at);
    }
    channel.force(true);
    allocated = target;
  }

  /** The length of the frame whose head is here; negative when none is. */
  private int lengthAt(long offset) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(FrameSeal.HEAD_BYTES);
    boolean isHead =
        readAt(head, offset) == FrameSeal.HEAD_BYTES
            && FrameSeal.isHead(head.getInt(0), head.getInt(4), number, offset);
    return isHead ? head.getInt(0) : -1;
  }

  private Optional<byte[]> entryAt(long offset, int length) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(length);
    return readAt(body, offset + FrameSeal.HEAD_BYTES) == length
        ? seal.open(body.array(), new JournalPosition(number, offset))
        : Optional.empty();
  }

  /** Where the next head stands; negative when none does. */
  private long nextHead(long from) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    int step = WINDOW_BYTES - FrameSeal.HEAD_BYTES + 1;
    for (long at = from; at < channel.size(); at += step) {
      int filled = readAt(window.clear(), at);
      for (int i = 0; i + FrameSeal.HEAD_BYTES <= filled; i++) {
        if (FrameSeal.isHead(window.getInt(i), window.getInt(i + 4), number, at + i)) {
          return at + i;
        }
      }
    }
    return -1;
  }

  private int readAt(ByteBuffer buffer, long offset) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.position();
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes, long at)
      throws IOException {
    long offset = at;
    while (bytes.hasRemaining()) {
      offset += channel.write(bytes, offset);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
