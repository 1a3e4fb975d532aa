package dev.throughline.desktop.search.disk;

import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.lucene.store.IndexOutput;

/** Writes a sealed file block by block; what it is given never touches the disk in the open. */
final class SealedOutput extends IndexOutput {
  private final IndexOutput file;
  private final FileSeal seal;
  private final CRC32 checksum = new CRC32();
  private final byte[] block = new byte[FileSeal.BLOCK_BYTES];
  private int filled;
  private int counted;
  private long blocks;
  private boolean isClosed;

  SealedOutput(IndexOutput file, FileSeal seal, byte[] header) throws IOException {
    super("sealed " + file, file.getName());
    this.file = file;
    this.seal = seal;
    file.writeBytes(header, header.length);
  }

  @Override
  public void writeByte(byte b) throws IOException {
    makeRoom();
    block[filled++] = b;
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      makeRoom();
      int count = Math.min(left, block.length - filled);
      System.arraycopy(bytes, from, block, filled, count);
      filled += count;
      from += count;
      left -= count;
    }
  }

  /** A full block waits until more comes, because only then it is not the last. */
  private void makeRoom() throws IOException {
    if (filled == block.length) {
      flush(false);
    }
  }

  private void flush(boolean isLast) throws IOException {
    count();
    byte[] sealed = seal.seal(block, filled, blocks, isLast);
    file.writeBytes(sealed, sealed.length);
    blocks++;
    filled = 0;
    counted = 0;
  }

  @Override
  public long getFilePointer() {
    return blocks * block.length + filled;
  }

  /** Of the plain bytes, as Lucene wants to find them again. */
  @Override
  public long getChecksum() {
    count();
    return checksum.getValue();
  }

  private void count() {
    checksum.update(block, counted, filled - counted);
    counted = filled;
  }

  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try (file) {
        flush(true);
      }
    }
  }
}
