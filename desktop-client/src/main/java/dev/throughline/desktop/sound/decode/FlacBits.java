package dev.throughline.desktop.sound.decode;

import java.io.EOFException;
import java.io.IOException;

/** Bits of a FLAC frame, highest first, with the two check sums over what was read. */
final class FlacBits {
  private static final int UNARY_MAX = 1 << 20;

  private final ByteSource in;
  private long held;
  private int count;
  private int crc8;
  private int crc16;

  FlacBits(ByteSource in) {
    this.in = in;
  }

  void beginFrame() {
    held = 0;
    count = 0;
    crc8 = 0;
    crc16 = 0;
  }

  int crc8() {
    return crc8;
  }

  int crc16() {
    return crc16;
  }

  /** At most 40 bits. */
  long bits(int wanted) throws IOException {
    while (count < wanted) {
      load();
    }
    count -= wanted;
    return held >>> count & (1L << wanted) - 1;
  }

  int number(int wanted) throws IOException {
    return (int) bits(wanted);
  }

  /** With sign. */
  long signed(int wanted) throws IOException {
    return wanted == 0 ? 0 : bits(wanted) << (64 - wanted) >> (64 - wanted);
  }

  /** How many zeros stand before the next one. */
  int unary() throws IOException {
    int zeros = 0;
    while (bits(1) == 0) {
      if (++zeros > UNARY_MAX) {
        throw new BadSoundException(DecodingTrouble.DAMAGED);
      }
    }
    return zeros;
  }

  /** Drops the bits up to the next whole byte. */
  void align() {
    count -= count % Byte.SIZE;
  }

  private void load() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    held = held << Byte.SIZE | next;
    count += Byte.SIZE;
    crc8 = FlacCrc.step8(crc8, next);
    crc16 = FlacCrc.step16(crc16, next);
  }
}
