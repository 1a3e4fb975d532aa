package dev.throughline.desktop.search.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Reads a sealed file, or a part of it, at any place. Each thread has a clone of its own. */
final class SealedInput extends BufferedIndexInput {
  private final SealedFile file;
  private final boolean owns;
  private final boolean keeps;
  private final long base;
  private final long length;
  private long blockNumber = -1;
  private byte[] block = {};

  /** The whole file; closing it closes the file. What merges read is read once and not kept. */
  SealedInput(String name, SealedFile file, IOContext context) {
    super("sealed " + name, context);
    this.file = file;
    this.owns = true;
    this.keeps = context.context() != IOContext.Context.MERGE;
    this.base = 0;
    this.length = file.length();
  }

  private SealedInput(String name, SealedInput of, long offset, long length) {
    super(name, of.getBufferSize());
    this.file = of.file;
    this.owns = false;
    this.keeps = of.keeps;
    this.base = of.base + offset;
    this.length = length;
  }

  @Override
  public IndexInput slice(String description, long offset, long size) throws IOException {
    if (offset < 0 || size < 0 || offset > length - size) {
      throw new IllegalArgumentException("a slice must lie within its file: " + description);
    }
    return new SealedInput(getFullSliceDescription(description), this, offset, size);
  }

  @Override
  public SealedInput clone() {
    SealedInput clone = new SealedInput(toString(), this, 0, length);
    try {
      clone.seek(getFilePointer());
    } catch (IOException e) {
      throw new IllegalStateException("a place that was reached once can be reached again", e);
    }
    return clone;
  }

  @Override
  protected void readInternal(ByteBuffer wanted) throws IOException {
    long from = base + getFilePointer();
    if (getFilePointer() + wanted.remaining() > length) {
      throw new EOFException("read past the end of " + this);
    }
    while (wanted.hasRemaining()) {
      long number = from / FileSeal.BLOCK_BYTES;
      if (number != blockNumber) {
        block = file.block(number, keeps);
        blockNumber = number;
      }
      int offset = (int) (from % FileSeal.BLOCK_BYTES);
      int count = Math.min(wanted.remaining(), block.length - offset);
      wanted.put(block, offset, count);
      from += count;
    }
  }

  @Override
  protected void seekInternal(long place) throws IOException {
    if (place > length) {
      throw new EOFException("seek past the end of " + this);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    if (owns) {
      file.close();
    }
  }
}
