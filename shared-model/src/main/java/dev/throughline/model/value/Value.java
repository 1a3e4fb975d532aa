package dev.throughline.model.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a field can hold. Immutable; two equal values are equal however they were encoded. */
public sealed interface Value {
  /** The absence of a value: a field that was cleared. */
  Value NOTHING = new Nothing();

  record Nothing() implements Value {}

  record Flag(boolean value) implements Value {}

  record Whole(long value) implements Value {}

  /** A number with a fraction. Scale is normalised, so 1.50 equals 1.5. */
  record Decimal(BigDecimal value) implements Value {
    public Decimal {
      value = value.stripTrailingZeros();
    }
  }

  /** Well-formed Unicode without U+0000, which no database of ours can hold. */
  record Text(String value) implements Value {
    public Text {
      PlainText.require(value);
    }
  }

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Named values, always in the order of their names. */
  record Entries(SortedMap<String, Value> values) implements Value {
    public Entries(Map<String, ? extends Value> values) {
      this((SortedMap<String, Value>) NamedValues.<Value>copyOf(values));
    }

    public Entries {
      values = NamedValues.copyOf(values);
    }
  }

  static Value text(String text) {
    return new Text(text);
  }

  static Value whole(long number) {
    return new Whole(number);
  }
}
