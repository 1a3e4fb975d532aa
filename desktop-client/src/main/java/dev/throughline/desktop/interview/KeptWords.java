package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.value.Value;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version that was kept beside the shown one, as the page tells of it. */
record KeptWords(String field, Side shown, Side kept, String keptText, Wording wording) {
  /** One of the two: what it says where they differ, and who wrote it when. */
  record Side(String text, String who) {}

  /** How much of what both have in common is shown around the difference. */
  private static final int AROUND = 32;

  /** Longest shown part of a version; the whole can be copied. */
  private static final int LENGTH_MAX = 200;

  private static final List<String> NAMED =
      List.of(
          "title",
          "date",
          "time",
          "place",
          "guide",
          "status",
          "surprise",
          "followUp",
          "nextQuestion",
          "participant",
          "study",
          "notes",
          "text",
          "speaker",
          "pseudonym",
          "attributes",
          "trash");

  static KeptWords of(Conflict conflict, Map<RecordId, String> names, Clock clock) {
    String field = NAMED.contains(conflict.field()) ? conflict.field() : "other";
    String shown = words(field, conflict.shown().value(), names);
    String kept = words(field, conflict.kept().value(), names);
    return new KeptWords(
        Texts.text("session.field." + field),
        side(conflict.shown(), part(shown, kept), clock),
        side(conflict.kept(), part(kept, shown), clock),
        kept,
        conflict.recordKind().equals(Segment.KIND.name()) ? Wording.SPOKEN : Wording.NOTED);
  }

  private static Side side(Conflict.Side side, String text, Clock clock) {
    String author = side.author().isBlank() ? Texts.text("session.kept.someone") : side.author();
    return new Side(
        text, Texts.text("session.kept.who", author, WhenWords.moment(side.atMillis(), clock)));
  }

  /** The part of a text that tells it from the other. */
  private static String part(String text, String other) {
    Splice change = Splice.between(text, other);
    int begin = wordStart(text, Math.max(0, change.at() - AROUND));
    int most = Math.min(text.length(), begin + LENGTH_MAX);
    int end = wordEnd(text, Math.min(most, change.at() + change.removed() + AROUND));
    return (begin > 0 ? "… " : "")
        + text.substring(begin, end).strip()
        + (end < text.length() ? " …" : "");
  }

  private static int wordStart(String text, int near) {
    int at = near;
    while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String text, int near) {
    int at = near;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Days, states and links are texts too; people should not see their codes. */
  private static String words(String field, Value value, Map<RecordId, String> names) {
    FieldMap only = new FieldMap(Map.of(field, value));
    return switch (field) {
      case "date" -> only.day(field).map(DayWords::shown).orElseGet(() -> words(value));
      case "status" ->
          Texts.text("session.status." + InterviewStatus.of(only.text(field)).wireName());
      case "trash" ->
          Texts.text(
              only.text(field).equals("trashed") ? "session.kept.trashed" : "session.kept.edited");
      case "participant", "study" ->
          only.reference(field)
              .flatMap(id -> Optional.ofNullable(names.get(id)))
              .orElseGet(() -> Texts.text("session.kept.nothing"));
      default -> words(value);
    };
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Nothing() -> Texts.text("session.kept.nothing");
      case Value.Text(String text) -> text.isBlank() ? Texts.text("session.kept.nothing") : text;
      case Value.Flag(boolean flag) -> String.valueOf(flag);
      case Value.Whole(long number) -> Texts.number(number);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Items(var items) ->
          items.stream().map(KeptWords::words).collect(Collectors.joining(", "));
      case Value.Entries(var entries) ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
              .collect(Collectors.joining(", "));
    };
  }
}
