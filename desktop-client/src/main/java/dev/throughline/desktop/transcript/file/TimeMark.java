package dev.throughline.desktop.transcript.file;

import java.util.Optional;
import java.util.OptionalLong;

/** A time, or a span of time, that stands before or behind words in running text. */
record TimeMark(OptionalLong start, OptionalLong end, String rest) {
  /** Long enough for a span of two long times with an arrow between them. */
  private static final int LENGTH_MAX = 60;

  /** In brackets or between number signs; without them only with hours. */
  static Optional<TimeMark> leading(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeMark> found =
        switch (text.charAt(0)) {
          case '[' -> closed(text, ']');
          case '(' -> closed(text, ')');
          case '#' -> closed(text, '#');
          default -> bare(text);
        };
    return found.map(TimeMark::withoutDash);
  }

  /** The whole text is a time, with or without hours. */
  static Optional<TimeMark> alone(String text) {
    return span(text.strip(), "");
  }

  /** {@code words #00:01:02-5#}: the rest is the words before the mark, the end is its time. */
  static Optional<TimeMark> trailing(String text) {
    if (!text.endsWith("#")) {
      return Optional.empty();
    }
    int from = text.lastIndexOf('#', text.length() - 2);
    if (from < 0 || text.length() - from > LENGTH_MAX) {
      return Optional.empty();
    }
    OptionalLong time = millis(text.substring(from + 1, text.length() - 1));
    return time.isPresent()
        ? Optional.of(new TimeMark(OptionalLong.empty(), time, text.substring(0, from).strip()))
        : Optional.empty();
  }

  /** A quick look: a bracket or number sign before a digit, or digits with a colon. */
  static boolean mayStart(String text, int at) {
    int digit = "[(#".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    int max = Math.min(text.length(), digit + 4);
    for (int i = digit + 1; i < max; i++) {
      if (text.charAt(i) == ':') {
        return Character.isDigit(text.charAt(digit));
      }
    }
    return false;
  }

  /** {@code [00:01:02] - words}: the dash divides the time from the words and is none of them. */
  private TimeMark withoutDash() {
    boolean isDashed = rest.startsWith("- ") || rest.startsWith("– ");
    return isDashed ? new TimeMark(start, end, rest.substring(2).strip()) : this;
  }

  private static Optional<TimeMark> closed(String text, char close) {
    int max = Math.min(text.length(), LENGTH_MAX);
    for (int end = 1; end < max; end++) {
      if (text.charAt(end) == close) {
        return span(text.substring(1, end).strip(), text.substring(end + 1).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<TimeMark> bare(String text) {
    int end = wordEnd(text, 0);
    long colons = text.substring(0, end).chars().filter(c -> c == ':').count();
    if (colons != 2) {
      return Optional.empty();
    }
    int arrow = Lines.firstInk(text, end);
    if (text.startsWith("-->", arrow)) {
      end = wordEnd(text, Lines.firstInk(text, arrow + 3));
    }
    return span(text.substring(0, end), text.substring(end).strip());
  }

  private static int wordEnd(String text, int from) {
    int max = Math.min(text.length(), LENGTH_MAX);
    int end = from;
    while (end < max && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Optional<TimeMark> span(String inside, String rest) {
    int arrow = inside.indexOf("-->");
    int dash = arrow >= 0 ? arrow : inside.indexOf(" - ");
    if (dash < 0) {
      OptionalLong start = millis(inside);
      return start.isPresent()
          ? Optional.of(new TimeMark(start, OptionalLong.empty(), rest))
          : Optional.empty();
    }
    OptionalLong start = millis(inside.substring(0, dash).strip());
    OptionalLong end = millis(inside.substring(dash + 3).strip());
    return start.isPresent() && end.isPresent()
        ? Optional.of(new TimeMark(start, end, rest))
        : Optional.empty();
  }

  /** Some programs write tenths behind a hyphen. */
  private static OptionalLong millis(String text) {
    return text.length() > LENGTH_MAX
        ? OptionalLong.empty()
        : TimeText.millis(text.replace('-', '.'));
  }
}
