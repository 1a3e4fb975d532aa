package dev.throughline.desktop.sound.proxy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The two packets that an Ogg Opus file begins with (RFC 7845, 5). */
final class OpusHeads {
  private static final String MAKER = "Throughline";

  private OpusHeads() {}

  /**
   * @param skip how many samples of 48 kHz at the beginning are the codec's own
   * @param rate of what was coded; for information only
   */
  static byte[] head(int channels, int skip, int rate) {
    return ByteBuffer.allocate(19)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) channels)
        .putShort((short) skip)
        .putInt(rate)
        .putShort((short) 0)
        .put((byte) 0)
        .array();
  }

  /** Who made it, and nothing else: a proxy says nothing about anybody. */
  static byte[] tags() {
    byte[] maker = MAKER.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(16 + maker.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
        .putInt(maker.length)
        .put(maker)
        .putInt(0)
        .array();
  }
}
