package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes one segment from its begin to its end, each slot once. All its space is allocated before
 * the first slot, so that a full disk refuses before it tears.
 */
final class SegmentWriter implements AutoCloseable {
  private static final int STEP_BYTES = 1 << 20;

  private final FileChannel channel;
  private final SegmentHeader header;
  private final SlotPlan plan;
  private final SlotSeal seal;
  private final MessageDigest written;
  private MessageDigest forced;
  private int slots;
  private long frames;
  private long end = SegmentHeader.BYTES;
  private long forcedFrames;
  private long forcedEnd = SegmentHeader.BYTES;

  private SegmentWriter(FileChannel channel, SegmentHeader header, SoundSecret secret) {
    this.channel = channel;
    this.header = header;
    this.plan = new SlotPlan(header.form());
    this.seal = new SlotSeal(secret, header);
    this.written = sha256();
    written.update(header.bytes());
    this.forced = copy(written);
  }

  /** Makes the file; it, its space and its place in the folder are on disk when this returns. */
  static SegmentWriter create(SoundFolder folder, SegmentHeader header, SoundSecret secret)
      throws IOException {
    Disk disk = folder.disk();
    Path fresh = folder.freshSegment();
    disk.deleteIfExists(fresh);
    try (FileChannel channel =
        disk.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      allocate(channel, header);
      channel.force(true);
    } catch (IOException e) {
      giveBack(disk, fresh, e);
      throw e;
    }
    Path file = folder.segment(header.number());
    disk.move(fresh, file);
    disk.syncFolder(folder.path());
    return new SegmentWriter(disk.open(file, StandardOpenOption.WRITE), header, secret);
  }

  private static void allocate(FileChannel channel, SegmentHeader header) throws IOException {
    long length = new SlotPlan(header.form()).segmentBytes();
    byte[] begin = header.bytes();
    for (long at = 0; at < length; at += STEP_BYTES) {
      ByteBuffer step = ByteBuffer.allocate((int) Math.min(STEP_BYTES, length - at));
      Bytes.write(channel, at == 0 ? step.put(begin).rewind() : step, at);
    }
  }

  /** A file that could not be allocated would hold the last free bytes of a full disk. */
  private static void giveBack(Disk disk, Path fresh, IOException cause) {
    try {
      disk.deleteIfExists(fresh);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  SegmentHeader header() {
    return header;
  }

  /** Whether nothing more fits: all slots are written, or the last one was a short one. */
  boolean isFull() {
    return slots == SlotPlan.SEGMENT_SLOTS || frames < (long) slots * plan.slotFrames();
  }

  /** Writes one slot; it is not on disk before {@link #force}. */
  void write(byte[] sound, int from, int length) throws IOException {
    ByteBuffer slot = seal.seal(slots, sound, from, length);
    written.update(slot.duplicate());
    int size = slot.remaining();
    Bytes.write(channel, slot, plan.offset(slots));
    end = plan.offset(slots) + size;
    slots++;
    frames += length / plan.form().frameBytes();
  }

  /** Puts on disk what was written. */
  void force() throws IOException {
    channel.force(false);
    forcedFrames = frames;
    forcedEnd = end;
    forced = copy(written);
  }

  /** How many frames are on disk. */
  long forcedFrames() {
    return forcedFrames;
  }

  /** What the log says of this segment once it is over: what was forced, and nothing behind it. */
  SoundEntry.Closed closed() {
    return new SoundEntry.Closed(
        header.number(), forcedFrames, forcedEnd, HexFormat.of().formatHex(copy(forced).digest()));
  }

  /** Gives the space back that was not needed; the file then ends after its last slot. */
  void trim() throws IOException {
    channel.truncate(forcedEnd);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own digests can be cloned", e);
    }
  }
}
