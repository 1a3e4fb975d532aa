package dev.throughline.server.blob;

import java.io.IOException;
import java.io.InputStream;

/** A whole part: what had come of it, and then the rest as it comes, which is kept meanwhile. */
final class PartBody extends InputStream {
  private final BegunPart.Turn turn;
  private final InputStream rest;
  private int at;

  PartBody(BegunPart.Turn turn, InputStream rest) {
    this.turn = turn;
    this.rest = rest;
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
    if (at < turn.from()) {
      int read = turn.read(at, into, offset, length);
      at += read;
      return read;
    }
    int read = rest.read(into, offset, length);
    if (read > 0) {
      turn.add(into, offset, read);
    }
    return read;
  }
}
