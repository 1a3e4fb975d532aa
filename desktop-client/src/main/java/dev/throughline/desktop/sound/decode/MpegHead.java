package dev.throughline.desktop.sound.decode;

import java.util.Optional;

/**
 * The head of one frame of MPEG sound, layers II and III (ISO/IEC 11172-3, 13818-3).
 *
 * @param version 1, 2 or 3 for "2.5"
 * @param bytes of the whole frame
 */
record MpegHead(int version, int layer, int rate, int channels, int bytes) {
  static final int BYTES = 4;

  /** Of the lengths, and of the word before them, behind the head. */
  static final int LENGTHS_BEHIND_MAX = 36;

  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] LAYER_2 = {
    32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384
  };
  private static final int[] LAYER_3 = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] LATER = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

  /** The head at this place; empty when there is none. */
  static Optional<MpegHead> at(byte[] in, int at) {
    if (at + BYTES > in.length || (in[at] & 0xff) != 0xff || (in[at + 1] & 0xe0) != 0xe0) {
      return Optional.empty();
    }
    int[] versions = {3, 0, 2, 1};
    int version = versions[in[at + 1] >> 3 & 3];
    int layer = 4 - (in[at + 1] >> 1 & 3);
    int bits = in[at + 2] >> 4 & 15;
    int rateIndex = in[at + 2] >> 2 & 3;
    if (version == 0 || layer < 2 || layer > 3 || bits == 0 || bits == 15 || rateIndex == 3) {
      return Optional.empty();
    }
    int rate = RATES[rateIndex] >> (version - 1);
    int[] table = version > 1 ? LATER : layer == 2 ? LAYER_2 : LAYER_3;
    int slots = layer == 3 && version > 1 ? 72 : 144;
    int bytes = slots * 1000 * table[bits - 1] / rate + (in[at + 2] >> 1 & 1);
    int channels = (in[at + 3] >> 6 & 3) == 3 ? 1 : 2;
    return Optional.of(new MpegHead(version, layer, rate, channels, bytes));
  }

  /** Where the lengths stand in a first frame that holds nothing else. */
  int lengthsAt() {
    int side = version == 1 ? channels == 1 ? 17 : 32 : channels == 1 ? 9 : 17;
    return BYTES + side;
  }

  /** Whether the frame that begins here holds lengths and no sound. */
  boolean hasLengths(byte[] in, int at) {
    int from = at + lengthsAt();
    return layer == 3 && (KindGuess.is(in, from, "Xing") || KindGuess.is(in, from, "Info"));
  }

  /** How many samples a channel one frame holds. */
  int samples() {
    return layer == 3 && version > 1 ? 576 : 1152;
  }

  /** Whether three frames of one form follow each other here; noise does not look like that. */
  static boolean isChain(byte[] in, int at) {
    int next = at;
    Optional<MpegHead> first = at(in, at);
    for (int i = 0; i < 3; i++) {
      Optional<MpegHead> head = at(in, next);
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

  /** Whether both can be frames of one sound. */
  boolean isLike(MpegHead other) {
    return version == other.version
        && layer == other.layer
        && rate == other.rate
        && channels == other.channels;
  }
}
