package dev.throughline.server.blob.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts read one after the other as if they were one file. */
final class PartsInput extends InputStream {
  /** A file and how long it is. */
  record Piece(Path file, long length) {}

  private final List<Piece> pieces;
  private int next;
  private long skip;
  private long left;
  private long leftInPiece;
  private @Nullable FileChannel open;

  PartsInput(List<Piece> pieces, long from, long length) {
    this.pieces = List.copyOf(pieces);
    this.skip = from;
    this.left = length;
    while (next < pieces.size() && skip >= pieces.get(next).length()) {
      skip -= pieces.get(next).length();
      next++;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    FileChannel channel = current();
    int wanted = (int) Math.min(length, Math.min(left, leftInPiece));
    int read = channel.read(ByteBuffer.wrap(into, offset, wanted));
    if (read < 0) {
      throw new IOException("a part is shorter than it was");
    }
    left -= read;
    leftInPiece -= read;
    return read;
  }

  private FileChannel current() throws IOException {
    FileChannel channel = open;
    if (channel != null && leftInPiece > 0) {
      return channel;
    }
    close();
    if (next >= pieces.size()) {
      throw new IOException("the blob is shorter than it was");
    }
    Piece piece = pieces.get(next++);
    FileChannel opened = FileChannel.open(piece.file(), StandardOpenOption.READ);
    open = opened;
    opened.position(skip);
    leftInPiece = piece.length() - skip;
    skip = 0;
    return opened;
  }

  @Override
  public void close() throws IOException {
    FileChannel channel = open;
    open = null;
    if (channel != null) {
      channel.close();
    }
  }
}
