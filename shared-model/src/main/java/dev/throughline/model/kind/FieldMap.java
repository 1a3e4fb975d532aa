package dev.throughline.model.kind;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Decimals;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a record's fields by name, giving an empty answer for what is missing or of another shape.
 */
public record FieldMap(Map<String, Value> values) {
  public String text(String name) {
    return values.get(name) instanceof Value.Text(String text) ? text : "";
  }

  public Optional<Long> whole(String name) {
    return values.get(name) instanceof Value.Whole(long number)
        ? Optional.of(number)
        : Optional.empty();
  }

  public Optional<LocalDate> day(String name) {
    String text = text(name);
    return text.isEmpty() || new FieldType.Day().problem(Value.text(text)).isPresent()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text));
  }

  public Optional<LocalTime> time(String name) {
    String text = text(name);
    return text.isEmpty() || new FieldType.TimeOfDay().problem(Value.text(text)).isPresent()
        ? Optional.empty()
        : Optional.of(LocalTime.parse(text));
  }

  public Optional<BigDecimal> decimal(String name) {
    return Decimals.read(text(name));
  }

  public Optional<RecordId> reference(String name) {
    String text = text(name);
    return text.isEmpty() || new FieldType.Reference("record").problem(Value.text(text)).isPresent()
        ? Optional.empty()
        : Optional.of(RecordId.of(text));
  }

  /** The texts of a set. */
  public Set<String> texts(String name) {
    return values.get(name) instanceof Value.Items(var items)
        ? items.stream()
            .flatMap(item -> item instanceof Value.Text(String text) ? Stream.of(text) : null)
            .collect(Collectors.toSet())
        : Set.of();
  }

  public SortedMap<String, String> pairs(String name) {
    SortedMap<String, String> pairs = new TreeMap<>();
    if (values.get(name) instanceof Value.Entries(var entries)) {
      entries.forEach(
          (key, value) -> {
            if (value instanceof Value.Text(String text)) {
              pairs.put(key, text);
            }
          });
    }
    return pairs;
  }
}
