package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.transcript.TranscriptRow;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for words in the notes and turns of one page, without regard to capitals. Pure. */
record SessionSearch(String words, String notes, List<TranscriptRow> rows) {
  /** More places than anybody steps through; the count then says so. */
  static final int MATCHES_MAX = 10_000;

  /** One place where the words stand; in the notes when it names no turn. */
  record Match(Optional<RecordId> turn, Found.Span span) {}

  /** In reading order: notes first. */
  List<Match> run() {
    List<Match> matches = new ArrayList<>();
    if (words.isBlank()) {
      return matches;
    }
    Pattern pattern =
        Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    add(matches, pattern, Optional.empty(), notes);
    for (TranscriptRow row : rows) {
      if (matches.size() >= MATCHES_MAX) {
        break;
      }
      if (row instanceof TranscriptRow.Turn(Segment turn)) {
        add(matches, pattern, Optional.of(turn.id()), turn.text());
      }
    }
    return matches;
  }

  private static void add(
      List<Match> matches, Pattern pattern, Optional<RecordId> turn, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matches.size() < MATCHES_MAX && matcher.find()) {
      matches.add(new Match(turn, new Found.Span(matcher.start(), matcher.end())));
    }
  }
}
