package dev.throughline.desktop.idea;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.score.Scored;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every idea that goes on by itself as a row of words, for tables outside. */
public final class IdeaSheet {
  /** What stands above the rows. */
  public static final List<String> HEADINGS =
      List.of(
          "id",
          "title",
          "status",
          "study",
          "owner",
          "score",
          "for",
          "against",
          "untestedAssumptions",
          "openTasks",
          "targetMetric",
          "targetValue",
          "budget",
          "currency",
          "merged",
          "description",
          "hypothesis");

  private IdeaSheet() {}

  /** The rows in the order of their ids, without the sample; not on the UI thread. */
  public static List<List<String>> rows(LocalStore store) {
    IdeaShelf shelf = new IdeaShelf(store);
    shelf.load();
    List<IdeaRow> all = new ArrayList<>(shelf.rows());
    all.sort(Comparator.comparing(IdeaRow::id));
    Set<RecordId> own =
        store.findAll(all.stream().map(IdeaRow::id).toList()).values().stream()
            .filter(view -> view.workspace().equals(store.home()))
            .map(RecordView::id)
            .collect(Collectors.toSet());
    return all.stream().filter(row -> own.contains(row.id())).map(IdeaSheet::row).toList();
  }

  private static List<String> row(IdeaRow row) {
    Idea idea = row.idea();
    return List.of(
        idea.id().toString(),
        idea.title(),
        idea.status().wireName(),
        row.study(),
        row.owner(),
        row.score().flatMap(IdeaSheet::number).map(BigDecimal::toPlainString).orElse(""),
        Integer.toString(row.supporting()),
        Integer.toString(row.opposing()),
        Integer.toString(row.untested()),
        Integer.toString(row.openTasks()),
        idea.targetMetric(),
        idea.targetValue().map(BigDecimal::toPlainString).orElse(""),
        idea.budget().map(money -> money.amount().toPlainString()).orElse(""),
        idea.budget().map(Money::currency).orElse(""),
        row.merged().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        idea.description(),
        idea.hypothesis());
  }

  private static Optional<BigDecimal> number(Scored scored) {
    return scored instanceof Scored.Of(BigDecimal number) ? Optional.of(number) : Optional.empty();
  }
}
