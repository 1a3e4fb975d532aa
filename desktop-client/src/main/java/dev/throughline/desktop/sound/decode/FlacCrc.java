package dev.throughline.desktop.sound.decode;

/** The check sums of FLAC: x⁸+x²+x+1 over heads, x¹⁶+x¹⁵+x²+1 over frames (RFC 9639). */
final class FlacCrc {
  private static final int[] TABLE_8 = table(8, 0x07);
  private static final int[] TABLE_16 = table(16, 0x8005);

  private FlacCrc() {}

  static int step8(int crc, int next) {
    return TABLE_8[(crc ^ next) & 0xff];
  }

  static int step16(int crc, int next) {
    return (crc << 8 ^ TABLE_16[(crc >> 8 ^ next) & 0xff]) & 0xffff;
  }

  private static int[] table(int width, int polynomial) {
    int[] table = new int[256];
    int top = 1 << (width - 1);
    for (int i = 0; i < table.length; i++) {
      int sum = i << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        sum = sum << 1 ^ ((sum & top) != 0 ? polynomial : 0);
      }
      table[i] = sum & (top << 1) - 1;
    }
    return table;
  }
}
