package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.transcript.file.Reading.Spoken;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes turns of running text: a paragraph is one turn, and so is everything from a mark of a time
 * or a speaker to the next. Line breaks within a turn stay. A speaker is never carried over to a
 * paragraph without a mark, except from a line that only names who speaks: words under the wrong
 * name are worse than words under none.
 *
 * <p>A time mark behind a paragraph is its end; if the paragraph before had one too, that is where
 * this one starts.
 */
final class Paragraphs {
  private static final LineMark NO_MARK =
      new LineMark(OptionalLong.empty(), OptionalLong.empty(), "", "");

  private final Reading reading;
  private LineMark mark = NO_MARK;
  private StringBuilder words = new StringBuilder();
  private int number;
  private OptionalLong endBefore = OptionalLong.empty();

  Paragraphs(Reading reading) {
    this.reading = reading;
  }

  /** Takes the next line of a paragraph, or an empty line; looks at the one below it. */
  void line(int lineNumber, String line, String below) {
    if (line.isBlank()) {
      if (!words.isEmpty()) {
        end();
      }
      return;
    }
    boolean isAboveWords = !below.isBlank() && LineMark.of(below, false).isEmpty();
    Optional<LineMark> found = LineMark.of(line, isAboveWords);
    if (found.isPresent()) {
      begin(lineNumber, found.get());
    } else {
      verbatim(lineNumber, line.strip());
    }
  }

  /** Takes a line as words, whatever it looks like. */
  void verbatim(int lineNumber, String line) {
    if (isEmpty()) {
      number = lineNumber;
    }
    if (!words.isEmpty()) {
      words.append('\n');
    }
    words.append(line);
  }

  /** Ends the turn, if one has begun. */
  void end() {
    if (isEmpty()) {
      return;
    }
    String text = words.toString();
    Optional<TimeMark> behind = TimeMark.trailing(text.strip());
    OptionalLong end = behind.isPresent() ? behind.get().end() : mark.end();
    OptionalLong start = behind.isPresent() && mark.start().isEmpty() ? endBefore : mark.start();
    endBefore = behind.isPresent() ? end : OptionalLong.empty();
    reading.add(
        new Spoken(number, mark.speaker(), start, end, behind.map(TimeMark::rest).orElse(text)));
    mark = NO_MARK;
    words = new StringBuilder();
  }

  /** A time and a speaker on lines of their own belong together, whichever comes first. */
  private void begin(int lineNumber, LineMark found) {
    boolean completes =
        words.isEmpty()
            && (mark.speaker().isEmpty() || found.speaker().isEmpty())
            && (mark.start().isEmpty() || found.start().isEmpty());
    if (completes) {
      number = isEmpty() ? lineNumber : number;
      mark = mark.and(found);
    } else {
      end();
      number = lineNumber;
      mark = found;
    }
    words.append(found.words());
  }

  private boolean isEmpty() {
    return words.isEmpty() && mark.equals(NO_MARK);
  }
}
