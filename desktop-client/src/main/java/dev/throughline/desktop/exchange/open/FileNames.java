package dev.throughline.desktop.exchange.open;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for files that every system takes, whatever people called their interviews: no separators,
 * no control or direction characters, no dots at the ends, no names that Windows keeps for devices.
 * Hands out each name once, also where upper and lower case are the same.
 */
final class FileNames {
  /** Far below the 255 bytes of most file systems, so that folders above may be long. */
  static final int NAME_BYTES_MAX = 120;

  private static final String FORBIDDEN = "<>:\"/\\|?*";
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

  private final Set<String> used = new HashSet<>();

  /** A name made of the wish, with the ending; the same wish gets a number the second time. */
  String unique(String wish, String ending) {
    String name = safe(wish);
    String candidate = name + ending;
    for (int number = 2; !used.add(folded(candidate)); number++) {
      candidate = name + " (" + number + ")" + ending;
    }
    return candidate;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  static String safe(String wish) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(wish, Normalizer.Form.NFC)
        .codePoints()
        .map(FileNames::kept)
        .filter(point -> point >= 0)
        .forEach(kept::appendCodePoint);
    String name = trimmed(shortened(trimmed(kept.toString().replaceAll(" +", " "))));
    if (name.isEmpty()) {
      return "Untitled";
    }
    return isDevice(name) ? "_" + name : name;
  }

  /** The character to write for another; -1 for none. */
  private static int kept(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      return ' ';
    }
    if (FORBIDDEN.indexOf(point) >= 0) {
      return '-';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          -1;
      default -> point;
    };
  }

  /** Windows drops dots and spaces at the end; at the start they hide a file or confuse shells. */
  private static String trimmed(String name) {
    int from = 0;
    while (from < name.length() && " .-~".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    int to = name.length();
    while (to > from && " .".indexOf(name.charAt(to - 1)) >= 0) {
      to--;
    }
    return name.substring(from, to);
  }

  private static String shortened(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem =
        Normalizer.normalize(dot < 0 ? name : name.substring(0, dot), Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
  }
}
