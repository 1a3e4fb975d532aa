package dev.throughline.desktop.sound.decode;

import java.util.Optional;

/**
 * The head of one AAC frame as it stands in streams (ISO/IEC 14496-3, ADTS).
 *
 * @param bytes of the whole frame
 * @param dataAt where its content begins
 */
record AdtsHead(int objectType, int rateIndex, int channels, int bytes, int dataAt) {
  static final int BYTES = 7;
  private static final int RATES = 13;

  /** The head at this place; empty when there is none. */
  static Optional<AdtsHead> at(byte[] in, int at) {
    if (at + BYTES > in.length || (in[at] & 0xff) != 0xff || (in[at + 1] & 0xf6) != 0xf0) {
      return Optional.empty();
    }
    int objectType = (in[at + 2] >> 6 & 3) + 1;
    int rateIndex = in[at + 2] >> 2 & 15;
    int channels = (in[at + 2] & 1) << 2 | (in[at + 3] >> 6 & 3);
    int bytes = (in[at + 3] & 3) << 11 | (in[at + 4] & 0xff) << 3 | (in[at + 5] >> 5 & 7);
    int dataAt = (in[at + 1] & 1) == 0 ? BYTES + 2 : BYTES;
    boolean isOne = rateIndex < RATES && bytes > dataAt;
    return isOne
        ? Optional.of(new AdtsHead(objectType, rateIndex, channels, bytes, dataAt))
        : Optional.empty();
  }

  /** Whether both can be frames of one sound. */
  boolean isLike(AdtsHead other) {
    return objectType == other.objectType
        && rateIndex == other.rateIndex
        && channels == other.channels;
  }

  /** Whether three frames of one form follow each other here; noise does not look like that. */
  static boolean isChain(byte[] in, int at) {
    int next = at;
    Optional<AdtsHead> first = at(in, at);
    for (int i = 0; i < 3; i++) {
      Optional<AdtsHead> head = at(in, next);
      if (head.isEmpty() || !head.get().isLike(first.orElseThrow())) {
        return false;
      }
      next += head.get().bytes();
      if (next == in.length) {
        return true;
      }
    }
    return true;
  }

  /** The two bytes with which an MP4 file would describe this stream (AudioSpecificConfig). */
  byte[] config() {
    int bits = objectType << 11 | rateIndex << 7 | channels << 3;
    return new byte[] {(byte) (bits >> 8), (byte) bits};
  }
}
