package dev.throughline.desktop.search.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One sealed file that is open for reading. Opening reads its header only. Many threads. */
final class SealedFile implements AutoCloseable {
  private final String name;
  private final FileChannel channel;
  private final FileSeal seal;
  private final BlockCache cache;
  private final long length;

  private SealedFile(
      String name, FileChannel channel, FileSeal seal, BlockCache cache, long length) {
    this.name = name;
    this.channel = channel;
    this.seal = seal;
    this.cache = cache;
    this.length = length;
  }

  static SealedFile open(Path path, SecretKey key, BlockCache cache) throws IOException {
    String name = String.valueOf(path.getFileName());
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      long length = FileSeal.plainLength(channel.size(), name);
      byte[] header = read(channel, 0, FileSeal.HEADER_BYTES);
      FileSeal seal = new FileSeal(key, FileSeal.salt(header, name));
      SealedFile file = new SealedFile(name, channel, seal, cache, length);
      if (length == 0) {
        // Nobody will read from it, so that being empty has to be proved here.
        file.block(0, false);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  long length() {
    return length;
  }

  /** The plain bytes of a block; {@code keeps} leaves them in the cache for others. */
  byte[] block(long number, boolean keeps) throws IOException {
    byte @Nullable [] known = cache.get(this, number);
    if (known != null) {
      return known;
    }
    long from = number * FileSeal.BLOCK_BYTES;
    int plain = (int) Math.min(FileSeal.BLOCK_BYTES, length - from);
    boolean isLast = from + plain == length;
    long at = FileSeal.HEADER_BYTES + number * (FileSeal.BLOCK_BYTES + FileSeal.TAG_BYTES);
    byte[] sealed = read(channel, at, plain + FileSeal.TAG_BYTES);
    byte[] opened = seal.open(sealed, sealed.length, number, isLast, name);
    if (keeps) {
      cache.put(this, number, opened);
    }
    return opened;
  }

  private static byte[] read(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("a sealed file is shorter than it should be");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    cache.forget(this);
    channel.close();
  }
}
