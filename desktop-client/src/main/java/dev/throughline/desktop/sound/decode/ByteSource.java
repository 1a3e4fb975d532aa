package dev.throughline.desktop.sound.decode;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Bytes of a file in any order, through one small buffer. Big end first unless it says "le". */
final class ByteSource extends InputStream {
  private static final int BUFFER_BYTES = 64 << 10;

  private final SeekableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final long size;
  private long bufferAt;

  ByteSource(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  long position() {
    return bufferAt + buffer.position();
  }

  long left() {
    return size - position();
  }

  /** Goes to a place; one behind the end is the end. */
  void seek(long position) throws IOException {
    long to = Math.clamp(position, 0, size);
    if (to >= bufferAt && to <= bufferAt + buffer.limit()) {
      buffer.position((int) (to - bufferAt));
      return;
    }
    bufferAt = to;
    buffer.limit(0);
    channel.position(to);
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(into, offset, count);
    return count;
  }

  /** Exactly so many bytes; the caller has made sure that the number is harmless. */
  byte[] bytes(int count) throws IOException {
    if (count > left()) {
      throw new EOFException();
    }
    byte[] bytes = new byte[count];
    if (readNBytes(bytes, 0, count) < count) {
      throw new EOFException();
    }
    return bytes;
  }

  int u24() throws IOException {
    byte[] bytes = bytes(3);
    return (bytes[0] & 0xff) << 16 | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff);
  }

  long u32() throws IOException {
    return ByteBuffer.wrap(bytes(4)).getInt() & 0xffff_ffffL;
  }

  long i64() throws IOException {
    return ByteBuffer.wrap(bytes(8)).getLong();
  }

  long le32() throws IOException {
    return ByteBuffer.wrap(bytes(4)).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffff_ffffL;
  }

  private boolean fill() throws IOException {
    if (buffer.hasRemaining()) {
      return true;
    }
    bufferAt += buffer.limit();
    buffer.clear();
    int count = channel.read(buffer);
    buffer.flip();
    return count > 0;
  }
}
