package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Arrays;

/** One channel of a FLAC frame: a prediction and what it missed (RFC 9639, 9.2). */
final class FlacChannel {
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private FlacChannel() {}

  /** Reads {@code size} samples of so many bits. */
  static void read(FlacBits in, long[] samples, int size, int bits) throws IOException {
    int zero = in.number(1);
    int type = in.number(6);
    int wasted = in.number(1) == 0 ? 0 : in.unary() + 1;
    int width = bits - wasted;
    if (zero != 0 || width < 1) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    switch (type) {
      case 0 -> Arrays.fill(samples, 0, size, in.signed(width));
      case 1 -> readPlain(in, samples, size, width);
      case 8, 9, 10, 11, 12 -> readFixed(in, samples, size, width, type - 8);
      default -> {
        if (type < 32) {
          throw new BadSoundException(DecodingTrouble.DAMAGED);
        }
        readPredicted(in, samples, size, width, type - 31);
      }
    }
    for (int i = 0; wasted > 0 && i < size; i++) {
      samples[i] <<= wasted;
    }
  }

  private static void readPlain(FlacBits in, long[] samples, int count, int bits)
      throws IOException {
    for (int i = 0; i < count; i++) {
      samples[i] = in.signed(bits);
    }
  }

  private static void readFixed(FlacBits in, long[] samples, int size, int bits, int order)
      throws IOException {
    readPlain(in, samples, Math.min(order, size), bits);
    readRest(in, samples, size, order);
    predict(samples, size, FIXED[order], 0);
  }

  private static void readPredicted(FlacBits in, long[] samples, int size, int bits, int order)
      throws IOException {
    readPlain(in, samples, Math.min(order, size), bits);
    int precision = in.number(4) + 1;
    int shift = (int) in.signed(5);
    if (precision == 16 || shift < 0) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    int[] factors = new int[order];
    for (int i = 0; i < order; i++) {
      factors[i] = (int) in.signed(precision);
    }
    readRest(in, samples, size, order);
    predict(samples, size, factors, shift);
  }

  private static void predict(long[] samples, int size, int[] factors, int shift) {
    for (int i = factors.length; i < size; i++) {
      long sum = 0;
      for (int j = 0; j < factors.length; j++) {
        sum += factors[j] * samples[i - 1 - j];
      }
      samples[i] += sum >> shift;
    }
  }

  /** What the prediction missed, in Rice codes whose parameter changes from part to part. */
  private static void readRest(FlacBits in, long[] samples, int size, int order)
      throws IOException {
    int method = in.number(2);
    int parts = 1 << in.number(4);
    if (method > 1 || size % parts != 0 || size / parts < order) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    int parameterBits = 4 + method;
    int at = order;
    for (int part = 1; part <= parts; part++) {
      int end = size / parts * part;
      int parameter = in.number(parameterBits);
      if (parameter == (1 << parameterBits) - 1) {
        int width = in.number(5);
        while (at < end) {
          samples[at++] = in.signed(width);
        }
      }
      while (at < end) {
        long folded = (long) in.unary() << parameter | in.bits(parameter);
        samples[at++] = folded >>> 1 ^ -(folded & 1);
      }
    }
  }
}
