package dev.throughline.desktop.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Appends to the log of a recording. There is always space allocated for what a full disk makes
 * necessary to write: that a segment is over, and that the recording is.
 */
final class SoundLogWriter implements AutoCloseable {
  static final int STEP_BYTES = 1 << 16;

  /** More than a segment's two lines and the last ones take. */
  private static final int SPARE_BYTES = 1 << 10;

  private final FileChannel channel;
  private long end;
  private long allocated;
  private int lines;

  private SoundLogWriter(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
    this.allocated = STEP_BYTES;
    this.lines = 1;
  }

  /** Makes the log with its first line; it and its place are on disk when this returns. */
  static SoundLogWriter create(SoundFolder folder, SoundEntry.Begun begun) throws IOException {
    byte[] line = SoundLog.line(1, begun);
    folder.disk().deleteIfExists(folder.freshLog());
    try (FileChannel channel =
        folder
            .disk()
            .open(folder.freshLog(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Bytes.write(channel, ByteBuffer.allocate(STEP_BYTES).put(line).rewind(), 0);
      channel.force(true);
    }
    folder.disk().move(folder.freshLog(), folder.log());
    folder.disk().syncFolder(folder.path());
    return new SoundLogWriter(
        folder.disk().open(folder.log(), StandardOpenOption.WRITE), line.length);
  }

  /** Makes sure that the next lines have their space. */
  void allocate() throws IOException {
    if (end + SPARE_BYTES > allocated) {
      Bytes.write(channel, ByteBuffer.allocate(STEP_BYTES), allocated);
      channel.force(true);
      allocated += STEP_BYTES;
    }
  }

  /**
   * Appends an entry; it is on disk when this returns, and may be appended again when it throws.
   */
  void append(SoundEntry entry) throws IOException {
    byte[] line = SoundLog.line(lines + 1, entry);
    Bytes.write(channel, ByteBuffer.wrap(line), end);
    channel.force(false);
    end += line.length;
    allocated = Math.max(allocated, end);
    lines++;
  }

  /** Gives the space back that was not needed. */
  void trim() throws IOException {
    channel.truncate(end);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
