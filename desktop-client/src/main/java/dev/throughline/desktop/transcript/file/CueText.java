package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes the markup out of a caption's lines in one pass. Voice tags name the speaker until they
 * close; tags known from WebVTT and SubRip go; what else looks like a tag goes too but is tallied
 * by name, because people also write {@code <laughs>}; a lone {@code <} stays.
 */
final class CueText {
  private static final Set<String> KNOWN_TAGS =
      Set.of(
          "c", "i", "b", "u", "s", "v", "ruby", "rt", "lang", "font", "span", "em", "strong", "br");

  /** Longer braces are words. Also keeps the search for the closing brace short. */
  private static final int OVERRIDE_LENGTH_MAX = 100;

  private final Notes notes;
  private final int number;
  private final List<Piece> pieces = new ArrayList<>();
  private StringBuilder words = new StringBuilder();
  private String voice = "";
  private boolean hasTimes;

  /**
   * A line of a caption, or the part of it that one voice speaks.
   *
   * @param voice empty when no voice tag says whose words these are
   * @param hasTimes whether time tags divide it, as in words that are spoken just now
   */
  record Piece(String voice, String text, boolean hasTimes) {}

  private CueText(Notes notes, int number) {
    this.notes = notes;
    this.number = number;
  }

  /** The pieces that have words. */
  static List<Piece> pieces(List<String> lines, Format format, int number, Notes notes) {
    CueText text = new CueText(notes, number);
    for (String line : lines) {
      if (format == Format.SBV) {
        text.words.append(line.replace("[br]", " "));
      } else {
        text.read(line);
      }
      text.endPiece();
    }
    return text.pieces;
  }

  private void read(String line) {
    int at = 0;
    while (at < line.length()) {
      at =
          switch (line.charAt(at)) {
            case '<' -> tag(line, at);
            case '{' -> override(line, at);
            case '&' -> entity(line, at);
            default -> literal(line, at);
          };
    }
  }

  private int literal(String line, int at) {
    words.append(line.charAt(at));
    return at + 1;
  }

  private int tag(String line, int at) {
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != '>' && line.charAt(end) != '<') {
      end++;
    }
    if (end == line.length() || line.charAt(end) == '<') {
      return literal(line, at);
    }
    String inside = line.substring(at + 1, end);
    OptionalLong time = TimeText.millis(inside);
    if (time.isPresent()) {
      hasTimes = true;
      return end + 1;
    }
    return apply(inside) ? end + 1 : literal(line, at);
  }

  /** Whether it is a tag at all. */
  private boolean apply(String inside) {
    boolean closes = inside.startsWith("/");
    int from = closes ? 1 : 0;
    int to = from;
    while (to < inside.length() && isNameCharacter(inside.charAt(to))) {
      to++;
    }
    String name = inside.substring(from, to);
    if (name.isEmpty() || (to < inside.length() && "./ \t".indexOf(inside.charAt(to)) < 0)) {
      return false;
    }
    switch (name) {
      case "v" -> changeVoice(closes ? "" : annotation(inside, to));
      case "br" -> words.append(' ');
      default -> noteUnknown(name);
    }
    return true;
  }

  private void noteUnknown(String name) {
    if (!KNOWN_TAGS.contains(name)) {
      notes.tally(number, Sentence.UNKNOWN_TAG, name);
    }
  }

  private void changeVoice(String next) {
    endPiece();
    voice = next;
  }

  /** What follows the classes of a tag: {@code <v.loud P-01>}. */
  private static String annotation(String inside, int afterName) {
    int at = afterName;
    while (at < inside.length() && !Character.isWhitespace(inside.charAt(at))) {
      at++;
    }
    return Entities.decoded(inside.substring(at)).strip();
  }

  private int override(String line, int at) {
    int end = at + 1;
    int endMax = Math.min(line.length(), at + OVERRIDE_LENGTH_MAX);
    if (end >= endMax || line.charAt(end) != '\\') {
      return literal(line, at);
    }
    while (end < endMax && line.charAt(end) != '}') {
      end++;
    }
    return end == endMax ? literal(line, at) : end + 1;
  }

  private int entity(String line, int at) {
    int end = Entities.end(line, at);
    if (end < 0) {
      return literal(line, at);
    }
    words.append(Entities.decoded(line.substring(at, end)));
    return end;
  }

  private void endPiece() {
    String text = collapsed(words);
    if (!text.isEmpty()) {
      pieces.add(new Piece(voice, text, hasTimes));
    }
    words = new StringBuilder();
    hasTimes = false;
  }

  /** Line breaks and runs of blanks in captions are made for the screen. */
  private static String collapsed(CharSequence raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(c);
      } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
        kept.append(' ');
      }
    }
    return kept.toString().strip();
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
