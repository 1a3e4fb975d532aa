package dev.throughline.desktop.transcript.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a file is: by its content where that is clear, by the ending of its name where it is
 * not. An ending {@code vtt} needs the header or a time line at the top, else the file is neither
 * WebVTT nor clearly anything else.
 */
final class FormatGuess {
  /** A time line stands first, or second below the number of its caption. */
  private static final int INK_LINES_LOOKED_AT = 2;

  private static final int LINES_LOOKED_AT = 200;

  private static final Set<String> TEXT_ENDINGS =
      Set.of("vtt", "srt", "sbv", "md", "markdown", "txt", "text");

  private FormatGuess() {}

  /** Empty for a file that claims to be WebVTT and is not. */
  static Optional<Format> of(Lines lines, String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String top = ink(lines, 0);
    if (CueReader.isHeader(top)) {
      return Optional.of(Format.WEBVTT);
    }
    for (int i = 0; i < INK_LINES_LOOKED_AT; i++) {
      String line = ink(lines, i);
      if (Timing.isAttempt(line, Format.SBV) && Timing.of(line, Format.SBV).isPresent()) {
        return Optional.of(Format.SBV);
      }
      if (Timing.isAttempt(line, Format.SUBRIP) && Timing.of(line, Format.SUBRIP).isPresent()) {
        boolean isVtt = ending.equals("vtt") && line.indexOf(',') < 0;
        return Optional.of(isVtt ? Format.WEBVTT : Format.SUBRIP);
      }
    }
    if (ending.equals("json") || startsJson(top, !TEXT_ENDINGS.contains(ending))) {
      return Optional.of(Format.JSON);
    }
    return switch (ending) {
      case "vtt" -> Optional.empty();
      case "srt" -> Optional.of(Format.SUBRIP);
      case "sbv" -> Optional.of(Format.SBV);
      case "md", "markdown" -> Optional.of(Format.MARKDOWN);
      case "txt", "text" -> Optional.of(Format.PLAIN_TEXT);
      default -> Optional.of(MarkdownReader.isHeading(top) ? Format.MARKDOWN : Format.PLAIN_TEXT);
    };
  }

  /** Brackets also open times and links in running text, so there they must hold an object. */
  private static boolean startsJson(String top, boolean mayBeOddJson) {
    String text = top.strip();
    if (text.isEmpty() || (text.charAt(0) != '{' && text.charAt(0) != '[')) {
      return false;
    }
    String inside = text.substring(1).strip();
    char next = inside.isEmpty() ? ' ' : inside.charAt(0);
    if (text.charAt(0) == '{') {
      return next == '"' || next == '}' || next == ' ';
    }
    return next == '{' || next == ' ' || (mayBeOddJson && (next == '[' || next == '"'));
  }

  /** The line with text that comes after so many others; empty when there is none near the top. */
  private static String ink(Lines lines, int skipped) {
    int seen = 0;
    for (int i = 0; i < LINES_LOOKED_AT; i++) {
      String line = lines.peek(i);
      if (!line.isBlank() && seen++ == skipped) {
        return line;
      }
    }
    return "";
  }
}
