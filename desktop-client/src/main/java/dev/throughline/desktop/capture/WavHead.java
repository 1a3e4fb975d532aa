package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What stands before the samples of a WAV file, as the RIFF form of Microsoft and IBM has it. */
final class WavHead {
  private static final int FORMAT_BYTES = 16;
  private static final int FORMAT_BYTES_MAX = 1 << 10;
  private static final int PCM = 1;
  private static final int BITS = 16;

  private WavHead() {}

  /** Reads up to the first sample. */
  static PcmForm read(InputStream bytes) throws IOException {
    if (!word(bytes).equals("RIFF") || number(bytes) < 0 || !word(bytes).equals("WAVE")) {
      throw new IOException("this is no WAV file");
    }
    while (!word(bytes).equals("fmt ")) {
      long length = number(bytes);
      bytes.skipNBytes(length + length % 2);
    }
    PcmForm form = format(bytes);
    while (!word(bytes).equals("data")) {
      long length = number(bytes);
      bytes.skipNBytes(length + length % 2);
    }
    number(bytes);
    return form;
  }

  private static PcmForm format(InputStream bytes) throws IOException {
    long length = number(bytes);
    if (length < FORMAT_BYTES || length > FORMAT_BYTES_MAX) {
      throw new IOException("this is no WAV file");
    }
    ByteBuffer format = exactly(bytes, (int) (length + length % 2));
    if (format.getShort(0) != PCM || format.getShort(14) != BITS) {
      throw new IOException("only samples of 16 bits are played");
    }
    try {
      return new PcmForm(format.getInt(4), format.getShort(2));
    } catch (IllegalArgumentException e) {
      throw new IOException("no sound has such a form", e);
    }
  }

  private static String word(InputStream bytes) throws IOException {
    return new String(exactly(bytes, Integer.BYTES).array(), StandardCharsets.ISO_8859_1);
  }

  private static long number(InputStream bytes) throws IOException {
    return Integer.toUnsignedLong(exactly(bytes, Integer.BYTES).getInt());
  }

  private static ByteBuffer exactly(InputStream bytes, int length) throws IOException {
    byte[] read = bytes.readNBytes(length);
    if (read.length < length) {
      throw new IOException("the file ends before its sound begins");
    }
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }
}
