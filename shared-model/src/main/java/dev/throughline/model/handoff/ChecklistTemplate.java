package dev.throughline.model.handoff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What no handoff goes without: infrastructure, law, metrics, budget. */
public final class ChecklistTemplate {
  /** One item that is always asked for. */
  public record Line(String code, Section section, Filling filling) {}

  public static final List<Line> USUAL =
      List.of(
          line("INF-01", Section.INFRA, Filling.NOTHING),
          line("INF-02", Section.INFRA, Filling.NOTHING),
          line("INF-03", Section.INFRA, Filling.NOTHING),
          line("INF-04", Section.INFRA, Filling.NOTHING),
          line("LEG-01", Section.LEGAL, Filling.NOTHING),
          line("LEG-02", Section.LEGAL, Filling.CONSENT),
          line("LEG-03", Section.LEGAL, Filling.NOTHING),
          line("MET-01", Section.METRICS, Filling.MEASUREMENTS),
          line("MET-02", Section.METRICS, Filling.RESULTS),
          line("MET-03", Section.METRICS, Filling.CHECKS),
          line("MET-04", Section.METRICS, Filling.EVIDENCE),
          line("BUD-01", Section.BUDGET, Filling.COSTS),
          line("BUD-02", Section.BUDGET, Filling.BUDGET),
          line("BUD-03", Section.BUDGET, Filling.PRICING));

  private ChecklistTemplate() {}

  private static Line line(String code, Section section, Filling filling) {
    return new Line(code, section, filling);
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
