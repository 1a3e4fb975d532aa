package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.library.Filter.Facet;
import dev.throughline.model.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How many interviews each choice of a facet would list, with everything else chosen as it is.
 *
 * @param people by number of interviews, most first
 */
record FacetCounts(
    Map<Gap, Long> gaps,
    List<Count<String>> people,
    Map<InterviewStatus, Long> statuses,
    Map<Sent, Long> sent,
    Map<SoundChoice, Long> sound) {
  static final FacetCounts NOTHING =
      new FacetCounts(Map.of(), List.of(), Map.of(), Map.of(), Map.of());

  /** A choice and what it leads to. */
  record Count<T>(T choice, long interviews) {}

  static FacetCounts of(List<InterviewRow> rows, RowFilter filter) {
    Map<Gap, Long> gaps = new EnumMap<>(Gap.class);
    Map<String, Long> people = new TreeMap<>(NaturalOrder.INSTANCE);
    Map<InterviewStatus, Long> statuses = new EnumMap<>(InterviewStatus.class);
    Map<Sent, Long> sent = new EnumMap<>(Sent.class);
    Map<SoundChoice, Long> sound = new EnumMap<>(SoundChoice.class);
    for (InterviewRow row : rows) {
      if (filter.holdsBeside(EnumSet.of(Facet.GAP), row)) {
        for (Gap gap : Gap.values()) {
          if (gap.isIn(row, filter.today())) {
            gaps.merge(gap, 1L, Long::sum);
          }
        }
      }
      if (!row.participant().isBlank() && filter.holdsBeside(EnumSet.of(Facet.PERSON), row)) {
        people.merge(row.participant(), 1L, Long::sum);
      }
      count(statuses, Facet.STATUS, row, filter, one -> one.interview().status());
      count(sent, Facet.SENT, row, filter, Sent::of);
      count(sound, Facet.SOUND, row, filter, SoundChoice::of);
    }
    filter.filter().people().forEach(name -> people.putIfAbsent(name, 0L));
    return new FacetCounts(gaps, sorted(people), statuses, sent, sound);
  }

  private static <T> void count(
      Map<T, Long> counts,
      Facet facet,
      InterviewRow row,
      RowFilter filter,
      Function<InterviewRow, T> choice) {
    if (filter.holdsBeside(EnumSet.of(facet), row)) {
      counts.merge(choice.apply(row), 1L, Long::sum);
    }
  }

  private static List<Count<String>> sorted(Map<String, Long> people) {
    List<Count<String>> counts = new ArrayList<>();
    people.forEach((name, number) -> counts.add(new Count<>(name, number)));
    counts.sort(Comparator.comparingLong((Count<String> one) -> one.interviews()).reversed());
    return counts;
  }
}
