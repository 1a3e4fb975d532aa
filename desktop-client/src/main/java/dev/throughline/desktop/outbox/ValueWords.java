package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of fields as people read them: no codes, no ids. Reads the store for names. */
public final class ValueWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final RecordNames names;

  public ValueWords(RecordNames names) {
    this.names = names;
  }

  public String of(String kind, String field, Value value) {
    return switch (value) {
      case Value.Nothing() -> Texts.text("outbox.value.nothing");
      case Value.Text(String text) when text.isEmpty() -> Texts.text("outbox.value.nothing");
      case Value.Text(String text) -> text(kind, field, text);
      case Value.Flag(boolean flag) -> Texts.text(flag ? "outbox.value.yes" : "outbox.value.no");
      case Value.Whole(long number) -> Texts.number(number);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Items(var items) ->
          items.stream().map(item -> of(kind, field, item)).collect(Collectors.joining(", "));
      case Value.Entries(var entries) ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(kind, field, entry.getValue()))
              .collect(Collectors.joining(", "));
    };
  }

  /** Days, states and links are texts too; people should not see their codes. */
  private String text(String kind, String field, String text) {
    if (field.equals("trash")) {
      return Texts.text(text.equals("trashed") ? "outbox.value.trashed" : "outbox.value.edited");
    }
    Optional<FieldType> type =
        Kinds.named(kind).flatMap(known -> known.field(field)).map(Field::type);
    if (type.filter(t -> t.problem(Value.text(text)).isEmpty()).isEmpty()) {
      return text;
    }
    return switch (type.get()) {
      case FieldType.Day() -> DAY.format(LocalDate.parse(text));
      case FieldType.TimeOfDay() -> text;
      case FieldType.Choice _ ->
          Texts.has("outbox.choice." + text) ? Texts.text("outbox.choice." + text) : text;
      case FieldType.Reference _ -> names.about(RecordId.of(text));
      case FieldType.TextOf _,
          FieldType.Decimal _,
          FieldType.MoneyOf _,
          FieldType.Number _,
          FieldType.Pairs _,
          FieldType.Texts _,
          FieldType.Anything _ ->
          text;
    };
  }
}
