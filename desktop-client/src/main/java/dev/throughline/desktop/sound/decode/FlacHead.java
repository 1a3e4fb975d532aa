package dev.throughline.desktop.sound.decode;

import java.io.IOException;

/**
 * The head of one FLAC frame (RFC 9639, 9.1).
 *
 * @param size how many samples a channel has
 * @param assignment 0 to 7 independent channels, 8 left and side, 9 side and right, 10 mid and side
 * @param bits of a sample; 0 as the stream says
 * @param number of the frame, or of its first sample where sizes change
 */
record FlacHead(int size, int assignment, int bits, long number, boolean isBySample) {
  private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};
  private static final int SYNC = 0x3ffe;

  int channels() {
    return assignment < 8 ? assignment + 1 : 2;
  }

  /** The first sample's number. */
  long begin(int usualSize) {
    return isBySample ? number : number * usualSize;
  }

  static FlacHead read(FlacBits in) throws IOException {
    boolean isHead = in.number(14) == SYNC && in.number(1) == 0;
    boolean isBySample = in.number(1) == 1;
    int sizeCode = in.number(4);
    int rateCode = in.number(4);
    int assignment = in.number(4);
    int bits = BITS[in.number(3)];
    if (!isHead || in.number(1) != 0 || sizeCode == 0 || assignment > 10 || bits < 0) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    long number = number(in);
    int size = size(in, sizeCode);
    switch (rateCode) {
      case 12 -> in.bits(8);
      case 13, 14 -> in.bits(16);
      default -> {
        // Told by the code alone, or by the stream.
      }
    }
    int crc = in.crc8();
    if (in.number(8) != crc) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    return new FlacHead(size, assignment, bits, number, isBySample);
  }

  private static int size(FlacBits in, int code) throws IOException {
    return switch (code) {
      case 1 -> 192;
      case 2, 3, 4, 5 -> 576 << (code - 2);
      case 6 -> in.number(8) + 1;
      case 7 -> in.number(16) + 1;
      default -> 256 << (code - 8);
    };
  }

  /** Coded as UTF-8 codes characters, up to 36 bits. */
  private static long number(FlacBits in) throws IOException {
    int first = in.number(8);
    int more = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
    if (more < 0) {
      return first;
    }
    if (more == 0 || more > 6) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    long number = first & ((1 << (6 - more)) - 1);
    for (int i = 0; i < more; i++) {
      number = number << 6 | (in.bits(8) & 0x3f);
    }
    return number;
  }
}
