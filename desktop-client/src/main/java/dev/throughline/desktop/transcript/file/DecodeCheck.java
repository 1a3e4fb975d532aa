package dev.throughline.desktop.transcript.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Whether bytes are sound text in one charset, found in one pass that keeps none of the text.
 *
 * @param badSequences how many places are no characters of the charset
 * @param firstBadLine the line of the first of them, from 1
 * @param wideCharacters how many sound characters lie beyond ASCII
 */
record DecodeCheck(int badSequences, int firstBadLine, int wideCharacters) {
  private static final int SCRATCH_CHARS = 16 * 1024;

  /** Windows-1252 text may hold the odd pair of accents that happens to be UTF-8. */
  private static final int BAD_PER_WIDE_MIN = 4;

  static DecodeCheck of(FileBytes file, int start, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(file.bytes(), start, file.length() - start);
    CharBuffer scratch = CharBuffer.allocate(SCRATCH_CHARS);
    LineCounter lines = new LineCounter();
    int bad = 0;
    int firstBadLine = 0;
    while (true) {
      CoderResult result = decoder.decode(in, scratch, true);
      scratch.flip();
      lines.count(scratch);
      scratch.clear();
      if (result.isUnderflow()) {
        return new DecodeCheck(bad, firstBadLine, lines.wide);
      }
      if (result.isError()) {
        bad++;
        firstBadLine = firstBadLine == 0 ? lines.number() : firstBadLine;
        in.position(in.position() + result.length());
      }
    }
  }

  boolean isSound() {
    return badSequences == 0;
  }

  /** True for bytes that mean something in Windows-1252 and hardly ever form UTF-8. */
  boolean looksLikeWindows1252(FileBytes file) {
    if (badSequences / BAD_PER_WIDE_MIN < wideCharacters) {
      return false;
    }
    for (int i = 0; i < file.length(); i++) {
      if (!isWindows1252Text(file.bytes()[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWindows1252Text(int value) {
    return switch (value) {
      case '\t', '\n', '\r', '\f' -> true;
      case 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D -> false;
      default -> value >= ' ';
    };
  }

  /** Counts line ends across pieces; CR, LF and CR LF are one each. */
  private static final class LineCounter {
    private int ends;
    private int wide;
    private char last;

    void count(CharBuffer piece) {
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.get(i);
        if (c == '\r' || (c == '\n' && last != '\r')) {
          ends++;
        }
        if (c >= '\u0080') {
          wide++;
        }
        last = c;
      }
    }

    int number() {
      return ends + 1;
    }
  }
}
