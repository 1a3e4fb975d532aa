package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads conflict records as people read them. */
final class KeptVersions {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final RecordNames names;

  KeptVersions(RecordNames names) {
    this.names = names;
  }

  /** Those nobody has settled yet, the latest first. */
  List<KeptVersion> open(List<RecordView> conflicts) {
    return conflicts.stream()
        .filter(view -> new FieldMap(view.fields()).text("state").equals(Conflict.OPEN))
        .map(view -> version(Conflict.from(view.id(), view.fields())))
        .sorted(
            Comparator.comparingLong((KeptVersion kept) -> latest(kept))
                .reversed()
                .thenComparing(KeptVersion::conflict))
        .toList();
  }

  private static long latest(KeptVersion version) {
    return Math.max(version.shown().atMillis(), version.kept().atMillis());
  }

  private KeptVersion version(Conflict conflict) {
    String shown = words(conflict, conflict.shown().value());
    String kept = words(conflict, conflict.kept().value());
    String field = RecordNames.field(conflict.recordKind(), conflict.field());
    return new KeptVersion(
        conflict.id(),
        conflict.field().equals("trash")
            ? RecordNames.kind(conflict.recordKind())
            : field.substring(0, 1).toUpperCase(Locale.ENGLISH) + field.substring(1),
        conflict.record().map(names::about).orElse(""),
        rule(conflict.rule()),
        new KeptVersion.Side(
            Excerpt.of(shown, kept), author(conflict.shown()), conflict.shown().atMillis()),
        new KeptVersion.Side(
            Excerpt.of(kept, shown), author(conflict.kept()), conflict.kept().atMillis()),
        kept);
  }

  private static String rule(String rule) {
    return switch (rule) {
      case "both-kept", "later-shown", "edit-beats-trash" -> Texts.text("outbox.rule." + rule);
      default -> Texts.text("outbox.rule.other");
    };
  }

  private static String author(Conflict.Side side) {
    return side.author().isBlank() ? Texts.text("outbox.someone") : side.author();
  }

  private String words(Conflict conflict, Value value) {
    return switch (value) {
      case Value.Nothing() -> Texts.text("outbox.value.nothing");
      case Value.Text(String text) when text.isEmpty() -> Texts.text("outbox.value.nothing");
      case Value.Text(String text) -> text(conflict, text);
      case Value.Flag(boolean flag) -> Texts.text(flag ? "outbox.value.yes" : "outbox.value.no");
      case Value.Whole(long number) -> Texts.number(number);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Items(var items) ->
          items.stream().map(item -> words(conflict, item)).collect(Collectors.joining(", "));
      case Value.Entries(var entries) ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + words(conflict, entry.getValue()))
              .collect(Collectors.joining(", "));
    };
  }

  /** Days, states and links are texts too; people should not see their codes. */
  private String text(Conflict conflict, String text) {
    if (conflict.field().equals("trash")) {
      return Texts.text(text.equals("trashed") ? "outbox.value.trashed" : "outbox.value.edited");
    }
    Optional<FieldType> type =
        Kinds.named(conflict.recordKind())
            .flatMap(kind -> kind.field(conflict.field()))
            .map(Field::type);
    if (type.filter(t -> t.problem(Value.text(text)).isEmpty()).isEmpty()) {
      return text;
    }
    return switch (type.get()) {
      case FieldType.Day() -> DAY.format(LocalDate.parse(text));
      case FieldType.Choice _ -> Texts.text("outbox.choice." + text);
      case FieldType.Reference _ -> names.about(RecordId.of(text));
      case FieldType.TextOf _, FieldType.Number _, FieldType.Pairs _, FieldType.Anything _ -> text;
    };
  }
}
