package dev.throughline.desktop.exchange.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a table: UTF-8, UTF-16 where a byte order mark says so, and Windows-1252 where bytes
 * are no UTF-8 at all, as spreadsheets on Windows write it. A mixture is damage, and guessing would
 * spoil every accent in it.
 *
 * @param isWhole whether every byte is text
 * @param isGuessed whether it was read as Windows-1252
 */
record CsvText(String text, boolean isWhole, boolean isGuessed) {
  static CsvText of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, StandardCharsets.UTF_16BE);
    }
    CsvText text = decoded(bytes, StandardCharsets.UTF_8);
    return text.isWhole() || !isWindows1252(bytes)
        ? text
        : new CsvText(new String(bytes, Charset.forName("windows-1252")), true, true);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Up to the first place that is no text. */
  private static CsvText decoded(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    return new CsvText(
        text.startsWith("\uFEFF") ? text.substring(1) : text, !result.isError(), false);
  }

  /** True for bytes that all mean something there and nowhere form a character of UTF-8. */
  private static boolean isWindows1252(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xFF;
      boolean isText =
          switch (value) {
            case '\t', '\n', '\r', '\f' -> true;
            case 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D -> false;
            default -> value >= ' ';
          };
      boolean isWide = value >= 0xC2 && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80;
      if (!isText || isWide) {
        return false;
      }
    }
    return true;
  }
}
