package dev.throughline.desktop.transcript.file;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What begins a turn in plain text and Markdown: a time, a speaker, or both.
 *
 * <ul>
 *   <li>{@code Name: words}, {@code **Name:** words}, {@code **Name**: words}
 *   <li>{@code [00:01:02] words}, {@code (1:02) Name: words}, {@code #00:01:02.5# words}, {@code
 *       [00:01.000 --> 00:02.000] words}
 *   <li>{@code Name [00:01:02]: words}, {@code Name (00:01:02): words}, {@code Name [00:01:02]
 *       words}, {@code Name: [00:01:02] words}
 *   <li>{@code 00:01:02 words}, with hours, because {@code 10:30 I left} is part of a story
 *   <li>{@code 00:01:02 Name} and {@code Name 1:02} as a line of their own above the words
 * </ul>
 */
record LineMark(OptionalLong start, OptionalLong end, String speaker, String words) {
  private static final int SPEAKER_PART_MAX = 80;

  /**
   * Finds the mark a line begins with.
   *
   * @param isAboveWords whether the next line has words, so that this one may only name who speaks
   */
  static Optional<LineMark> of(String line, boolean isAboveWords) {
    String text = withoutBold(line.strip());
    Optional<TimeMark> time = TimeMark.leading(text);
    String rest = time.map(TimeMark::rest).orElse(text);
    Optional<LineMark> named = named(rest, isAboveWords);
    if (named.isPresent()) {
      return Optional.of(time.isPresent() ? named.get().at(time.get()) : named.get().timed());
    }
    if (time.isEmpty()) {
      return Optional.empty();
    }
    boolean isNameAlone = isAboveWords && SpeakerMark.isName(rest);
    return Optional.of(
        isNameAlone
            ? new LineMark(time.get().start(), time.get().end(), rest, "")
            : new LineMark(time.get().start(), time.get().end(), "", rest));
  }

  /** This mark with what only the other one knows. */
  LineMark and(LineMark other) {
    boolean isTimed = start.isPresent();
    return new LineMark(
        isTimed ? start : other.start,
        isTimed ? end : other.end,
        speaker.isEmpty() ? other.speaker : speaker,
        "");
  }

  private LineMark at(TimeMark time) {
    return start.isPresent() ? this : new LineMark(time.start(), time.end(), speaker, words);
  }

  private static Optional<LineMark> named(String text, boolean isAboveWords) {
    Optional<SpeakerMark> mark = SpeakerMark.of(text);
    if (mark.isPresent()) {
      return Optional.of(
          new LineMark(
              OptionalLong.empty(), OptionalLong.empty(), mark.get().speaker(), mark.get().rest()));
    }
    return nameThenTime(text, isAboveWords);
  }

  /** With the time that stands between the speaker and the words, if one does. */
  private LineMark timed() {
    Optional<TimeMark> time = start.isPresent() ? Optional.empty() : TimeMark.leading(words);
    return time.map(found -> new LineMark(found.start(), found.end(), speaker, found.rest()))
        .orElse(this);
  }

  /**
   * {@code Name [time]: words}, {@code Name time} above the words, or {@code Name #time# words}
   * where the mark says that it is none of the words.
   */
  private static Optional<LineMark> nameThenTime(String text, boolean isAboveWords) {
    int at = indexOfTime(text);
    if (at < 1 || !SpeakerMark.isName(text.substring(0, at).strip())) {
      return Optional.empty();
    }
    String behind = text.substring(at);
    Optional<TimeMark> time = TimeMark.leading(behind).or(() -> TimeMark.alone(behind));
    return time.filter(
            found ->
                found.rest().startsWith(":")
                    || (found.rest().isEmpty() ? isAboveWords : isMarked(behind)))
        .map(
            found ->
                new LineMark(
                    found.start(),
                    found.end(),
                    text.substring(0, at).strip(),
                    found.rest().startsWith(":")
                        ? found.rest().substring(1).strip()
                        : found.rest()));
  }

  /** Between number signs, or in square brackets with hours. */
  private static boolean isMarked(String behind) {
    int close = behind.indexOf(']');
    return behind.startsWith("#")
        || (behind.startsWith("[")
            && behind.substring(0, Math.max(0, close)).chars().filter(c -> c == ':').count() == 2);
  }

  private static int indexOfTime(String text) {
    int max = Math.min(text.length(), SPEAKER_PART_MAX);
    for (int i = 1; i < max; i++) {
      char c = text.charAt(i);
      boolean opens = c == '[' || c == '(' || c == '#' || (c >= '0' && c <= '9');
      if (opens && Character.isWhitespace(text.charAt(i - 1)) && TimeMark.mayStart(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code **Name:** words} and {@code **Name**: words} become {@code Name: words}. */
  private static String withoutBold(String text) {
    if (!text.startsWith("**") && !text.startsWith("__")) {
      return text;
    }
    String mark = text.substring(0, 2);
    int end = text.indexOf(mark, 2);
    if (end < 0 || end > SPEAKER_PART_MAX) {
      return text;
    }
    String bold = text.substring(2, end).strip();
    String behind = text.substring(end + 2).strip();
    boolean isMark = bold.endsWith(":") || behind.startsWith(":");
    if (isMark) {
      return bold + (behind.startsWith(":") ? "" : " ") + behind;
    }
    return behind.isEmpty() || TimeMark.leading(behind).isPresent() ? bold + " " + behind : text;
  }
}
