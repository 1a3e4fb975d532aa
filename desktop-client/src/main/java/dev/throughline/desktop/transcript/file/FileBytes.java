package dev.throughline.desktop.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of one file, taken in under the size limit. Only the first {@code length} count. */
record FileBytes(byte[] bytes, int length) {
  private static final int PIECE_BYTES = 64 * 1024;

  /**
   * Reads until the end, until one byte over the limit, or until told to stop.
   *
   * @param announced a hint only: streams may hold more or less than was announced
   */
  static FileBytes read(InputStream in, long announced, ReadProgress progress) throws IOException {
    byte[] bytes = new byte[Math.clamp(announced + 1, PIECE_BYTES, sizeMax())];
    int length = 0;
    while (!progress.isCancelled()) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, sizeMax()));
      }
      int read = in.readNBytes(bytes, length, Math.min(PIECE_BYTES, bytes.length - length));
      length += read;
      progress.bytesRead(length, announced);
      if (read == 0 || length == sizeMax()) {
        break;
      }
    }
    return new FileBytes(bytes, length);
  }

  boolean isTooLarge() {
    return length > TranscriptLimits.FILE_BYTES_MAX;
  }

  boolean startsWith(int at, String ascii) {
    if (length < at + ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[at + i] & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the first zero byte is; the length when there is none. */
  int firstZero() {
    int at = 0;
    while (at < length && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  private static int sizeMax() {
    return TranscriptLimits.FILE_BYTES_MAX + 1;
  }
}
