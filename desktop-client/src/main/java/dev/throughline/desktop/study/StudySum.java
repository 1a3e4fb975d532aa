package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a study has come, worked out from its interviews and their ticks. Pure. */
record StudySum(
    List<InterviewRow> interviews,
    List<Person> people,
    long held,
    long planned,
    List<Covered> coverage,
    List<Debt> debts) {
  /** Somebody interviewed in this study, and how often. */
  record Person(RecordId id, String pseudonym, long interviews) {}

  /** In how many held interviews a topic was covered. */
  record Covered(Topic topic, long held) {}

  /** How many interviews lack something. */
  record Debt(Gap gap, long interviews) {}

  static final StudySum NOTHING = new StudySum(List.of(), List.of(), 0, 0, List.of(), List.of());

  static StudySum of(
      List<InterviewRow> rows, List<Topic> topics, Collection<Coverage> ticks, LocalDate today) {
    List<InterviewRow> sorted = rows.stream().sorted(ORDER).toList();
    Set<RecordId> held = new HashSet<>();
    rows.stream()
        .filter(row -> Gap.tookPlace(row, today))
        .forEach(row -> held.add(row.interview().id()));
    long planned =
        rows.stream()
            .filter(row -> !held.contains(row.interview().id()))
            .filter(row -> row.interview().status() != InterviewStatus.CANCELLED)
            .count();
    return new StudySum(
        sorted,
        people(sorted),
        held.size(),
        planned,
        coverage(topics, ticks, held),
        debts(rows, today));
  }

  /** The next ones first as they come, then the held ones, latest first. */
  private static final Comparator<InterviewRow> ORDER =
      Comparator.comparing(
              (InterviewRow row) -> row.interview().date().orElse(LocalDate.MAX),
              Comparator.reverseOrder())
          .thenComparing(row -> row.interview().id());

  private static List<Person> people(List<InterviewRow> rows) {
    Map<RecordId, Long> counts = new HashMap<>();
    Map<RecordId, String> names = new HashMap<>();
    for (InterviewRow row : rows) {
      row.interview()
          .participant()
          .ifPresent(
              who -> {
                counts.merge(who, 1L, Long::sum);
                names.put(who, row.participant());
              });
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                new Person(
                    entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
        .sorted(Comparator.comparing(Person::pseudonym).thenComparing(Person::id))
        .toList();
  }

  private static List<Covered> coverage(
      List<Topic> topics, Collection<Coverage> ticks, Set<RecordId> held) {
    Map<RecordId, Set<RecordId>> covered = new HashMap<>();
    for (Coverage tick : ticks) {
      if (tick.interview().filter(held::contains).isPresent() && tick.topic().isPresent()) {
        covered
            .computeIfAbsent(tick.topic().get(), _ -> new HashSet<>())
            .add(tick.interview().get());
      }
    }
    return topics.stream()
        .filter(topic -> topic.kind().isTicked())
        .map(topic -> new Covered(topic, covered.getOrDefault(topic.id(), Set.of()).size()))
        .toList();
  }

  private static List<Debt> debts(List<InterviewRow> rows, LocalDate today) {
    return Arrays.stream(Gap.values())
        .map(gap -> new Debt(gap, rows.stream().filter(row -> gap.isIn(row, today)).count()))
        .filter(debt -> debt.interviews() > 0)
        .toList();
  }
}
