package dev.throughline.desktop.sound.decode;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a sealed file as if it lay in plain; one opened part is in memory. */
final class SealedChannel implements SeekableByteChannel {
  private final SealedFile file;
  private final PartCipher cipher;
  private final long size;
  private long position;
  private int held = -1;
  private byte[] content = new byte[0];
  private boolean isOpen = true;

  SealedChannel(SealedFile file) throws IOException {
    this.file = file;
    this.cipher = file.cipher();
    this.size = size(file.folder());
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    for (int index = 0; index < BlobManifest.PARTS_MAX; index++) {
      Path part = SealedFile.part(folder, index);
      if (!Files.exists(part)) {
        return size;
      }
      size += Files.size(part) - PartCipher.TAG_BYTES;
    }
    return size;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= size) {
      return -1;
    }
    hold((int) (position / PartCipher.CONTENT_BYTES));
    int within = (int) (position % PartCipher.CONTENT_BYTES);
    int count = Math.min(into.remaining(), content.length - within);
    if (count <= 0 && into.hasRemaining()) {
      throw new IOException("a part is shorter than it was");
    }
    into.put(content, within, count);
    position += count;
    return count;
  }

  private void hold(int index) throws IOException {
    if (held == index) {
      return;
    }
    Path part = SealedFile.part(file.folder(), index);
    if (Files.size(part) > BlobManifest.PART_BYTES) {
      throw new IOException("no part is so long");
    }
    content =
        cipher
            .open(index, Files.readAllBytes(part))
            .orElseThrow(() -> new NoSuchFileException(part.toString(), null, "does not open"));
    held = index;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() {
    isOpen = false;
    content = new byte[0];
  }
}
