package dev.throughline.model.kind;

import dev.throughline.model.value.Decimals;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The shape of a field's value. Every shape also accepts {@link Value#NOTHING}: a cleared field.
 */
public sealed interface FieldType {
  /** One line or many, counted in UTF-16 units. */
  record TextOf(int lengthMax) implements FieldType {}

  /** A calendar day, as ISO 8601 {@code yyyy-mm-dd}. */
  record Day() implements FieldType {}

  /** A time of day without a zone, as {@code hh:mm} on a clock of 24 hours. */
  record TimeOfDay() implements FieldType {}

  record Number(long min, long max) implements FieldType {}

  record Choice(List<String> values) implements FieldType {}

  /** The id of a record of another kind, in its 36-character form. */
  record Reference(String kind) implements FieldType {}

  /** Short named texts, such as a participant's attributes. */
  record Pairs(int countMax, int lengthMax) implements FieldType {}

  /** A set of texts, each once, in their order; see {@link #of}. */
  record Texts(int countMax, int lengthMax) implements FieldType {
    /** The one way to write a set down. */
    public static Value of(Collection<String> texts) {
      return new Value.Items(new TreeSet<>(texts).stream().map(Value::text).toList());
    }
  }

  /** A decimal number as a text, such as 12.5; see {@link Decimals}. */
  record Decimal() implements FieldType {}

  /** An amount with its currency, changed together; see {@link Money}. */
  record MoneyOf() implements FieldType {}

  /** Any value: a conflict record carries values of fields of every kind. */
  record Anything() implements FieldType {}

  /** What is wrong with the value, in words that hold none of it; empty when it fits. */
  default Optional<String> problem(Value value) {
    if (value instanceof Value.Nothing) {
      return Optional.empty();
    }
    return switch (this) {
      case TextOf(int max) -> textProblem(value, max);
      case Day() -> dayProblem(value);
      case TimeOfDay() -> timeProblem(value);
      case Number(long min, long max) -> numberProblem(value, min, max);
      case Choice(List<String> values) ->
          value instanceof Value.Text(String text) && values.contains(text)
              ? Optional.empty()
              : Optional.of("must be one of " + values);
      case Reference(String kind) -> referenceProblem(value, kind);
      case Pairs(int count, int length) -> pairsProblem(value, count, length);
      case Texts(int count, int length) -> textsProblem(value, count, length);
      case Decimal() ->
          value instanceof Value.Text(String text) && Decimals.read(text).isPresent()
              ? Optional.empty()
              : Optional.of("must be a decimal number as a text, such as 12.5");
      case MoneyOf() ->
          Money.from(value).isPresent()
              ? Optional.empty()
              : Optional.of("must be an amount in minor units with the code of its currency");
      case Anything() -> Optional.empty();
    };
  }

  private static Optional<String> textProblem(Value value, int max) {
    if (!(value instanceof Value.Text(String text))) {
      return Optional.of("must be a text");
    }
    return text.length() <= max
        ? Optional.empty()
        : Optional.of("holds " + text.length() + " characters; the limit is " + max);
  }

  private static Optional<String> dayProblem(Value value) {
    if (value instanceof Value.Text(String text) && text.length() == 10) {
      try {
        LocalDate.parse(text);
        return Optional.empty();
      } catch (DateTimeException _) {
        return Optional.of("must be a day as yyyy-mm-dd");
      }
    }
    return Optional.of("must be a day as yyyy-mm-dd");
  }

  private static Optional<String> timeProblem(Value value) {
    if (value instanceof Value.Text(String text) && text.length() == 5) {
      try {
        LocalTime.parse(text);
        return Optional.empty();
      } catch (DateTimeException _) {
        return Optional.of("must be a time of day as hh:mm");
      }
    }
    return Optional.of("must be a time of day as hh:mm");
  }

  private static Optional<String> numberProblem(Value value, long min, long max) {
    return value instanceof Value.Whole(long number) && number >= min && number <= max
        ? Optional.empty()
        : Optional.of("must be a whole number from " + min + " to " + max);
  }

  private static Optional<String> referenceProblem(Value value, String kind) {
    if (value instanceof Value.Text(String text)) {
      try {
        // In one spelling only, so that whoever looks for a record by its id finds it.
        if (dev.throughline.model.id.RecordId.of(text).toString().equals(text)) {
          return Optional.empty();
        }
        return Optional.of("must be the id of a " + kind + " in small letters");
      } catch (IllegalArgumentException _) {
        return Optional.of("must be the id of a " + kind);
      }
    }
    return Optional.of("must be the id of a " + kind);
  }

  private static Optional<String> pairsProblem(Value value, int count, int length) {
    if (!(value instanceof Value.Entries(var entries))) {
      return Optional.of("must be a map of short texts");
    }
    if (entries.size() > count) {
      return Optional.of("holds " + entries.size() + " entries; the limit is " + count);
    }
    boolean fits =
        entries.entrySet().stream()
            .allMatch(
                entry ->
                    entry.getKey().length() <= length
                        && textProblem(entry.getValue(), length).isEmpty());
    return fits ? Optional.empty() : Optional.of("holds a text longer than " + length);
  }

  private static Optional<String> textsProblem(Value value, int count, int length) {
    if (!(value instanceof Value.Items(var items))) {
      return Optional.of("must be a set of texts");
    }
    if (items.size() > count) {
      return Optional.of("holds " + items.size() + " texts; the limit is " + count);
    }
    Optional<String> problem =
        items.stream().flatMap(item -> textProblem(item, length).stream()).findFirst();
    return problem.isPresent() || new HashSet<>(items).size() == items.size()
        ? problem
        : Optional.of("holds a text twice");
  }
}
