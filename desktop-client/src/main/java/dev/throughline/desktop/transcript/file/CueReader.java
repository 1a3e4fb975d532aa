package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads WebVTT, SubRip and SBV, which all are blocks of a time line with words below it.
 *
 * <ul>
 *   <li>A caption whose time cannot be read, or that has no words, is left out and noted.
 *   <li>Words without a time line are left out and noted: nobody can say when they were spoken.
 *   <li>A time line inside a caption begins the next one; an arrow between words does not.
 *   <li>Numbers and names of captions, styles, regions, positions and metadata headers carry no
 *       words and are dropped; comments are dropped and tallied.
 *   <li>SubRip may lack its numbers and may write a point for the comma.
 * </ul>
 */
final class CueReader {
  private static final String HEADER = "WEBVTT";

  /**
   * No screen shows more; a caption that goes on becomes another turn, so that memory is bounded.
   */
  private static final int CUE_LINES_MAX = 1_000;

  private final Format format;
  private final Lines lines;
  private final Reading reading;
  private final CueTurns turns;

  CueReader(Format format, Lines lines, Reading reading, CueTurns turns) {
    this.format = format;
    this.lines = lines;
    this.reading = reading;
    this.turns = turns;
  }

  static boolean isHeader(String line) {
    return line.startsWith(HEADER)
        && (line.length() == HEADER.length()
            || Character.isWhitespace(line.charAt(HEADER.length())));
  }

  void read() {
    if (format == Format.WEBVTT) {
      header();
    }
    while (reading.isOpen() && lines.hasNext()) {
      block(lines.next());
    }
  }

  private void header() {
    while (lines.hasNext() && lines.peek(0).isBlank()) {
      lines.next();
    }
    if (!isHeader(lines.peek(0))) {
      reading.notes().add(lines.number() + 1, Sentence.HEADER_MISSING);
      return;
    }
    String text = lines.next().substring(HEADER.length()).strip();
    if (text.startsWith("-")) {
      reading.title(lines.number(), text.substring(1));
    }
    skipBlock();
  }

  private void block(String line) {
    int number = lines.number();
    if (line.isBlank()) {
      return;
    }
    if (Timing.isAttempt(line, format)) {
      cue(line, number);
    } else if (isComment(line)) {
      reading.notes().tally(number, Sentence.COMMENT, 1);
      skipBlock();
    } else if (isLayout(line)) {
      skipBlock();
    } else if (!isNameOfNext(line)) {
      reading.notes().add(number, Sentence.WORDS_WITHOUT_TIME);
      skipBlock();
    }
  }

  private void cue(String timeLine, int number) {
    Optional<Timing> timing = Timing.of(timeLine, format);
    if (timing.isEmpty()) {
      reading.notes().add(number, Sentence.CUE_TIME);
      skipCue();
      return;
    }
    List<String> words = words();
    turns.add(number, timing.get(), words);
    while (reading.isOpen() && words.size() == CUE_LINES_MAX) {
      int next = lines.number() + 1;
      words = words();
      if (!words.isEmpty()) {
        turns.add(next, timing.get(), words);
      }
    }
  }

  /** The caption's lines from here to its end, or to the limit. */
  private List<String> words() {
    List<String> words = new ArrayList<>();
    while (words.size() < CUE_LINES_MAX && lines.hasNext() && !startsCue()) {
      String line = lines.next();
      if (endsCue(line)) {
        break;
      }
      words.add(line);
    }
    return words;
  }

  private void skipCue() {
    boolean isOver = false;
    while (!isOver && lines.hasNext() && !startsCue()) {
      isOver = endsCue(lines.next());
    }
  }

  /** Rolling captions write a line with one space where the screen has an empty line. */
  private boolean endsCue(String line) {
    return format == Format.WEBVTT ? line.isEmpty() : line.isBlank();
  }

  private boolean startsCue() {
    return Timing.isAttempt(lines.peek(0), format)
        || (isNumber(lines.peek(0)) && isNameOfNext(lines.peek(0), 1));
  }

  private boolean isNameOfNext(String line) {
    return isNameOfNext(line, 0);
  }

  private boolean isNameOfNext(String line, int distance) {
    return switch (format) {
      case WEBVTT -> Timing.isAttempt(lines.peek(distance), format);
      case SUBRIP -> isNumber(line) && Timing.isAttempt(lines.peek(distance), format);
      case SBV, PLAIN_TEXT, MARKDOWN, JSON, DOCX -> false;
    };
  }

  private boolean isComment(String line) {
    return format == Format.WEBVTT
        && (line.equals("NOTE") || line.startsWith("NOTE ") || line.startsWith("NOTE\t"));
  }

  private boolean isLayout(String line) {
    String word = line.strip();
    return format == Format.WEBVTT && (word.equals("STYLE") || word.equals("REGION"));
  }

  private static boolean isNumber(String line) {
    String text = line.strip();
    return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(Character::isDigit);
  }

  private void skipBlock() {
    while (lines.hasNext() && !lines.peek(0).isBlank() && !startsCue()) {
      lines.next();
    }
  }
}
