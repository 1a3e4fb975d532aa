package dev.throughline.trials.bench;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a benchmark measured, and whether it keeps its bars. */
final class Report {
  private final String name;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /** One measured number. */
  record Figure(String what, double value, String unit) {}

  /** A limit and what was measured against it; at most the limit is kept. */
  record Bar(String what, double measured, double max, String unit) {
    boolean isKept() {
      return measured <= max;
    }
  }

  Report(String name) {
    this.name = name;
  }

  void figure(String what, double value, String unit) {
    figures.add(new Figure(what, value, unit));
    System.out.println(String.format(Locale.UK, "  %-46s %,12.2f %s", what, value, unit));
  }

  void bar(String what, double measured, double max, String unit) {
    Bar bar = new Bar(what, measured, max, unit);
    bars.add(bar);
    System.out.println(
        String.format(
            Locale.UK,
            "%s %-46s %,12.2f of %,.2f %s",
            bar.isKept() ? "ok  " : "OVER",
            what,
            measured,
            max,
            unit));
  }

  boolean isKept() {
    return bars.stream().allMatch(Bar::isKept);
  }

  /** The same for machines. */
  String json() {
    List<Value> measured = new ArrayList<>();
    for (Figure one : figures) {
      measured.add(
          entries(
              Map.of(
                  "what", Value.text(one.what()),
                  "value", number(one.value()),
                  "unit", Value.text(one.unit()))));
    }
    List<Value> limits = new ArrayList<>();
    for (Bar one : bars) {
      limits.add(
          entries(
              Map.of(
                  "what", Value.text(one.what()),
                  "measured", number(one.measured()),
                  "max", number(one.max()),
                  "unit", Value.text(one.unit()),
                  "kept", new Value.Flag(one.isKept()))));
    }
    Value all =
        entries(
            Map.of(
                "bench", Value.text(name),
                "figures", new Value.Items(measured),
                "bars", new Value.Items(limits)));
    return new String(WireFormat.VALUE.encode(all, Encoding.JSON), StandardCharsets.UTF_8);
  }

  private static Value entries(Map<String, Value> members) {
    return new Value.Entries(new TreeMap<>(members));
  }

  private static Value number(double value) {
    return new Value.Decimal(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
  }
}
