package dev.throughline.desktop.idea;

import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.score.Scored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ideas as a board shows them.
 *
 * @param columns those of each status in the order of a column
 * @param all those of all columns, in the order of a table nobody has sorted
 */
record Arranged(Map<IdeaStatus, List<IdeaRow>> columns, List<IdeaRow> all) {
  private static final Comparator<IdeaRow> BEST_FIRST =
      Comparator.comparing(Arranged::number, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Comparator.comparingInt(IdeaRow::supporting).reversed())
          .thenComparing(IdeaRow::changedAtMillis, Comparator.reverseOrder())
          .thenComparing(IdeaRow::id);

  /** Those that hold every typed word, the best score first; takes long for many. */
  static Arranged of(List<IdeaRow> rows, String typed) {
    List<String> words =
        Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<IdeaRow> left = new ArrayList<>(rows.stream().filter(row -> fits(row, words)).toList());
    left.sort(BEST_FIRST);
    Map<IdeaStatus, List<IdeaRow>> columns = new EnumMap<>(IdeaStatus.class);
    for (IdeaStatus status : IdeaStatus.values()) {
      columns.put(status, left.stream().filter(row -> row.idea().status() == status).toList());
    }
    return new Arranged(columns, List.copyOf(left));
  }

  /** The number of a score; none where nothing comes out of it. */
  static @Nullable BigDecimal number(IdeaRow row) {
    return row.score()
        .filter(Scored.Of.class::isInstance)
        .map(score -> ((Scored.Of) score).number())
        .orElse(null);
  }

  private static boolean fits(IdeaRow row, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String text =
        String.join(
                " ",
                row.idea().title(),
                row.study(),
                row.owner(),
                row.idea().targetMetric(),
                row.idea().description(),
                row.idea().hypothesis())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
