package dev.throughline.desktop.platform;

import java.nio.file.Path;

/** Names of files as people see them: on one line, and read the way they are written. */
public final class FileName {
  private FileName() {}

  /** The last part of a path; what breaks lines or turns the direction of reading is left out. */
  public static String shown(Path file) {
    StringBuilder shown = new StringBuilder();
    String.valueOf(file.getFileName())
        .codePoints()
        .filter(point -> !turns(point))
        .map(point -> isBreak(point) ? ' ' : point)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isBreak(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** Overrides, embeddings and isolates: a name can pretend to end in something else with them. */
  private static boolean turns(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
