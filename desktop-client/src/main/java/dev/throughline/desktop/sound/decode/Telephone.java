package dev.throughline.desktop.sound.decode;

/** Samples of telephone lines, in 8 bits with a curve (ITU-T G.711). */
final class Telephone {
  private static final int MU_BIAS = 0x84;

  private Telephone() {}

  static int muLaw(byte coded) {
    int bits = ~coded & 0xff;
    int size = ((((bits & 0x0f) << 3) + MU_BIAS) << (bits >> 4 & 7)) - MU_BIAS;
    return (bits & 0x80) == 0 ? size : -size;
  }

  static int aLaw(byte coded) {
    int bits = (coded ^ 0x55) & 0xff;
    int exponent = bits >> 4 & 7;
    int size = (bits & 0x0f) << 4 | 8;
    if (exponent > 0) {
      size = (size + 0x100) << (exponent - 1);
    }
    return (bits & 0x80) == 0 ? -size : size;
  }
}
