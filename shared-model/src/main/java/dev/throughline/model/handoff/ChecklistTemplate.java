package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What no handoff goes without: infrastructure, law, metrics, budget. */
public final class ChecklistTemplate {
  /**
   * One item that is always asked for.
   *
   * @param title what must hold
   * @param needs the evidence it takes while nothing fills it by itself
   */
  public record Line(String code, Section section, Filling filling, String title, String needs) {
    /** The fields of an item made of it. */
    public Map<String, Value> toFields(RecordId handoff) {
      Map<String, Value> fields = new TreeMap<>();
      fields.put(ChecklistItem.HANDOFF, Value.text(handoff.toString()));
      fields.put(ChecklistItem.CODE, Value.text(code));
      fields.put(ChecklistItem.SECTION, Value.text(section.wireName()));
      fields.put(ChecklistItem.FILLING, Value.text(filling.wireName()));
      fields.put(ChecklistItem.TITLE, Value.text(title));
      fields.put(ChecklistItem.NEEDS, Value.text(needs));
      return fields;
    }
  }

  public static final List<Line> USUAL =
      List.of(
          line(
              "INF-01",
              Section.INFRA,
              Filling.NOTHING,
              "Capacity for the expected load",
              "A load test"),
          line(
              "INF-02",
              Section.INFRA,
              Filling.NOTHING,
              "Fail-over rehearsed",
              "The log of the drill"),
          line(
              "INF-03",
              Section.INFRA,
              Filling.NOTHING,
              "Dashboards and alerts in place",
              "Where they are"),
          line("INF-04", Section.INFRA, Filling.NOTHING, "Roll-out and roll-back plan", "The plan"),
          line(
              "LEG-01",
              Section.LEGAL,
              Filling.NOTHING,
              "Wording of every claim cleared",
              "The memo of whoever cleared it"),
          line(
              "LEG-02",
              Section.LEGAL,
              Filling.CONSENT,
              "Consent covers every piece of evidence",
              "Why it may be used all the same"),
          line(
              "LEG-03",
              Section.LEGAL,
              Filling.NOTHING,
              "Record of data processing updated",
              "The entry of the record"),
          line(
              "MET-01",
              Section.METRICS,
              Filling.MEASUREMENTS,
              "Measurement plan is whole",
              "Another plan"),
          line(
              "MET-02",
              Section.METRICS,
              Filling.RESULTS,
              "Results reach their targets",
              "Why it goes out all the same"),
          line(
              "MET-03",
              Section.METRICS,
              Filling.CHECKS,
              "Acceptance checks are named",
              "Where they are"),
          line(
              "MET-04",
              Section.METRICS,
              Filling.EVIDENCE,
              "Evidence from people speaks for it",
              "What speaks for it instead"),
          line("BUD-01", Section.BUDGET, Filling.COSTS, "Costs are written down", "An estimate"),
          line(
              "BUD-02",
              Section.BUDGET,
              Filling.BUDGET,
              "First year stays within the budget",
              "Who agreed to more"),
          line("BUD-03", Section.BUDGET, Filling.PRICING, "Pricing is decided", "The decision"));

  private ChecklistTemplate() {}

  private static Line line(
      String code, Section section, Filling filling, String title, String needs) {
    return new Line(code, section, filling, title, needs);
  }

  /** The codes that are always asked for and that these items do not have. */
  public static List<String> missing(List<ChecklistItem> items) {
    List<String> there = items.stream().map(ChecklistItem::code).toList();
    return USUAL.stream().map(Line::code).filter(code -> !there.contains(code)).toList();
  }

  /** The next code of a section that nothing has, such as INF-05. */
  public static String next(Section section, List<ChecklistItem> items) {
    List<String> taken =
        Stream.concat(
                USUAL.stream().map(Line::code),
                items.stream().filter(one -> one.section() == section).map(ChecklistItem::code))
            .toList();
    return Stream.iterate(1, number -> number + 1)
        .map(number -> String.format(Locale.ROOT, "%s-%02d", prefix(section), number))
        .filter(code -> !taken.contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** The three letters codes of a section begin with. */
  public static String prefix(Section section) {
    return switch (section) {
      case INFRA -> "INF";
      case LEGAL -> "LEG";
      case METRICS -> "MET";
      case BUDGET -> "BUD";
    };
  }
}
