package dev.throughline.desktop.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reading and writing all of a buffer; a channel may do less at a time. */
final class Bytes {
  private Bytes() {}

  static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long offset = at;
    while (bytes.hasRemaining()) {
      offset += channel.write(bytes, offset);
    }
  }

  /** Reads as much as there is, at most what fits; the buffer is flipped. */
  static ByteBuffer read(FileChannel channel, ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining() && channel.read(into, at + into.position()) >= 0) {
      continue;
    }
    return into.flip();
  }
}
