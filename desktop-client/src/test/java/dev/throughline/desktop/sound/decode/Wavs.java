package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files built chunk by chunk, right and wrong ones. */
final class Wavs {
  static final int WHOLE = 1;
  static final int FLOATING = 3;

  private Wavs() {}

  static byte[] of(PcmForm form, byte[] pcm) {
    byte[] fmt = fmt(WHOLE, form.channels(), form.rate(), 2);
    return file("RIFF", 36 + pcm.length, chunk("fmt ", fmt), chunk("data", pcm));
  }

  static byte[] file(String name, long length, byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head(name, length));
    file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    return file.toByteArray();
  }

  static byte[] fmt(int coding, int channels, int rate, int bytes) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) coding)
        .putShort((short) channels)
        .putInt(rate)
        .putInt(rate * channels * bytes)
        .putShort((short) (channels * bytes))
        .putShort((short) (8 * bytes))
        .array();
  }

  static byte[] chunk(String name, byte[] content) {
    return lying(name, content.length, content);
  }

  /** A chunk that says another length than it has. */
  static byte[] lying(String name, long length, byte[] content) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(head(name, length));
    chunk.writeBytes(content);
    if ((content.length & 1) == 1) {
      chunk.write(0);
    }
    return chunk.toByteArray();
  }

  private static byte[] head(String name, long length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .putInt((int) length)
        .array();
  }
}
