package dev.throughline.desktop.journal;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of the journal. Space is allocated ahead, so that a full disk refuses before it tears.
 */
final class Segment implements AutoCloseable {
  static final int HEADER_BYTES = 24;
  private static final byte[] MAGIC = "TLJ1".getBytes(StandardCharsets.US_ASCII);
  private static final int ALLOCATION_BYTES = 1 << 20;

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
    return folder.resolve("%09d.jlog".formatted(number));
  }

  /** Makes a new segment; it and its place in the folder are on disk when this returns. */
  static Segment create(Path folder, long number, FrameSeal seal, String keyId) throws IOException {
    Path fresh = folder.resolve("segment.new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer header = ByteBuffer.allocate(ALLOCATION_BYTES);
      header.put(MAGIC).putInt(0).put(keyId.getBytes(StandardCharsets.US_ASCII)).rewind();
      writeFully(channel, header, 0);
      channel.force(true);
    }
    Files.move(fresh, file(folder, number));
    AtomicFile.syncFolder(folder);
    Segment segment = open(folder, number, seal);
    segment.end = HEADER_BYTES;
    return segment;
  }

  static Segment open(Path folder, long number, FrameSeal seal) throws IOException {
    return new Segment(
        number,
        FileChannel.open(file(folder, number), StandardOpenOption.READ, StandardOpenOption.WRITE),
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
    long offset = Math.max(from, HEADER_BYTES);
    while (true) {
      Optional<Found> found = readFrame(offset);
      if (found.isPresent()) {
        entries.add(found.get());
        offset = found.get().next().offset();
        continue;
      }
      long behind = frameBehind(offset);
      if (behind < 0) {
        end = offset;
        return new Content(entries, damaged, isZeroAt(offset));
      }
      damaged++;
      offset = behind;
    }
  }

  /** The offset of a sound frame right behind the bad one; negative when there is none. */
  private long frameBehind(long bad) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(FrameSeal.HEAD_BYTES);
    if (readAt(head, bad) < FrameSeal.HEAD_BYTES) {
      return -1;
    }
    long length = Integer.toUnsignedLong(head.getInt(0));
    long next = bad + FrameSeal.HEAD_BYTES + length;
    return length > 0 && next < channel.size() && readFrame(next).isPresent() ? next : -1;
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

  private Optional<Found> readFrame(long offset) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(FrameSeal.HEAD_BYTES);
    if (readAt(head, offset) < FrameSeal.HEAD_BYTES) {
      return Optional.empty();
    }
    int length = head.getInt(0);
    boolean plausible =
        length > 0
            && length <= FrameSeal.FRAME_BYTES_MAX
            && offset + FrameSeal.HEAD_BYTES + length <= channel.size();
    if (!plausible) {
      return Optional.empty();
    }
    ByteBuffer body = ByteBuffer.allocate(length);
    readAt(body, offset + FrameSeal.HEAD_BYTES);
    JournalPosition at = new JournalPosition(number, offset);
    JournalPosition next = new JournalPosition(number, offset + FrameSeal.HEAD_BYTES + length);
    return seal.open(body.array(), head.getInt(4), at).map(entry -> new Found(entry, next));
  }

  private boolean isZeroAt(long offset) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(FrameSeal.HEAD_BYTES);
    readAt(head, offset);
    return head.getLong(0) == 0;
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
