package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.transcript.file.CueText.Piece;
import dev.throughline.desktop.transcript.file.Reading.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes turns of captions. A caption is one turn unless it shows that several people speak: by
 * voice tags, by {@code >>}, by dashes before two or more lines, or by names before its lines. They
 * share the caption's times, because the file does not say when one ends and the next begins. A
 * mark of a speaker is taken off the words, since the turn says the same.
 *
 * <p>Rolling captions, known by time tags that are followed by class tags, show a line again when
 * the next one appears below it. Such repeats are dropped and tallied.
 */
final class CueTurns {
  /** Rolling captions show two or three lines; more would only cost time. */
  private static final int ROLLING_LINES_MAX = 4;

  /** A line that comes back after a longer pause was said again. */
  private static final long ROLLING_PAUSE_MILLIS_MAX = 500;

  private final Format format;
  private final Reading reading;
  private final boolean isRolling;
  private List<Piece> shownBefore = List.of();
  private long shownUntil;

  CueTurns(Format format, Reading reading, String wholeText) {
    this.format = format;
    this.reading = reading;
    this.isRolling = format == Format.WEBVTT && isRolling(wholeText);
  }

  void add(int number, Timing timing, List<String> lines) {
    List<Piece> shown = CueText.pieces(lines, format, number, reading.notes());
    List<Piece> spoken = isRolling ? withoutRepeats(number, timing, shown) : shown;
    if (spoken.isEmpty() && !shown.isEmpty()) {
      reading.extendLast(timing.end());
      return;
    }
    if (spoken.isEmpty()) {
      reading.notes().add(number, Sentence.CUE_WITHOUT_WORDS);
      return;
    }
    OptionalLong start = OptionalLong.of(timing.start());
    OptionalLong end = OptionalLong.of(timing.end());
    CueSpeech.of(spoken)
        .forEach(
            speech ->
                reading.add(new Spoken(number, speech.speaker(), start, end, speech.words())));
  }

  private static boolean isRolling(String text) {
    int at = text.indexOf("><c");
    while (at > 0) {
      if (Character.isDigit(text.charAt(at - 1))) {
        return true;
      }
      at = text.indexOf("><c", at + 1);
    }
    return false;
  }

  /**
   * Drops the lines at the top that stood at the bottom before, unless they are spoken just now.
   */
  private List<Piece> withoutRepeats(int number, Timing timing, List<Piece> shown) {
    boolean isNext = timing.start() - shownUntil <= ROLLING_PAUSE_MILLIS_MAX;
    int repeats = isNext ? Math.min(shown.size(), shownBefore.size()) : 0;
    while (repeats > 0 && !repeatsBottom(shown, repeats)) {
      repeats--;
    }
    shownBefore = shown.subList(Math.max(0, shown.size() - ROLLING_LINES_MAX), shown.size());
    shownUntil = timing.end();
    if (repeats > 0) {
      reading.notes().tally(number, Sentence.REPEATED_LINE, repeats);
    }
    return new ArrayList<>(shown.subList(repeats, shown.size()));
  }

  private boolean repeatsBottom(List<Piece> shown, int count) {
    List<Piece> bottom = shownBefore.subList(shownBefore.size() - count, shownBefore.size());
    for (int i = 0; i < count; i++) {
      if (shown.get(i).hasTimes() || !shown.get(i).text().equals(bottom.get(i).text())) {
        return false;
      }
    }
    return true;
  }
}
