package dev.throughline.desktop.sound.ogg;

/** The check sum of Ogg pages: CRC-32 of 0x04c11db7, not reflected, from 0 (RFC 3533). */
public final class OggCrc {
  private static final int POLYNOMIAL = 0x04c1_1db7;
  private static final int[] TABLE = table();

  private OggCrc() {}

  /** The sum over what came before, which was {@code crc}, and these bytes. */
  public static int of(int crc, byte[] bytes, int offset, int length) {
    int sum = crc;
    for (int i = offset; i < offset + length; i++) {
      sum = sum << 8 ^ TABLE[(sum >>> 24 ^ bytes[i]) & 0xff];
    }
    return sum;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int sum = i << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
      }
      table[i] = sum;
    }
    return table;
  }
}
