package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter at work on rows.
 *
 * @param found interviews whose notes or turns hold the typed words, as far as the index knows
 */
record RowFilter(Filter filter, List<String> words, Set<RecordId> found, LocalDate today)
    implements Predicate<InterviewRow> {
  static RowFilter of(Filter filter, Set<RecordId> found, LocalDate today) {
    List<String> words =
        Arrays.stream(filter.typed().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return new RowFilter(filter, words, Set.copyOf(found), today);
  }

  @Override
  public boolean test(InterviewRow row) {
    return holdsBeside(EnumSet.noneOf(Filter.Facet.class), row);
  }

  /** Whether everything holds but, maybe, these facets: to count what they would lead to. */
  boolean holdsBeside(Set<Filter.Facet> left, InterviewRow row) {
    for (Filter.Facet facet : Filter.Facet.values()) {
      if (!left.contains(facet) && !filter.holds(facet, row, today)) {
        return false;
      }
    }
    return holdsWords(row);
  }

  private boolean holdsWords(InterviewRow row) {
    if (words.isEmpty() || found.contains(row.interview().id())) {
      return true;
    }
    String searched =
        String.join(
                "\n",
                row.interview().title(),
                row.participant(),
                row.study(),
                row.interview().place())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(searched::contains);
  }
}
