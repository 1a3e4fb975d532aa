package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.ReviewWords;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Review;
import dev.throughline.model.handoff.ChecklistItem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Questions and blocks of those who are asked to sign; each leads to its item. */
final class OpenMarksView extends VBox {
  private final SectionHeader head = new SectionHeader(Texts.text("review.open"));
  private final VBox rows = new VBox();
  private final Consumer<ChecklistItem> go;

  /**
   * @param go brings an item into sight
   */
  OpenMarksView(Consumer<ChecklistItem> go) {
    this.go = go;
    getStyleClass().add("open-marks");
    getChildren().addAll(head, rows);
    managedProperty().bind(visibleProperty());
  }

  void show(HandoffDetail detail) {
    ItemReviews reviews = detail.reviews();
    rows.getChildren().clear();
    List<Review> open =
        reviews.open().stream()
            .sorted(
                Comparator.comparing(Review::mark)
                    .reversed()
                    .thenComparing(
                        one -> detail.item(one.item()).map(ChecklistItem::code).orElse("")))
            .toList();
    for (Review one : open) {
      Optional<ChecklistItem> item = detail.item(one.item());
      item.ifPresent(its -> rows.getChildren().add(row(one, its, reviews)));
    }
    int count = rows.getChildren().size();
    setVisible(count > 0);
    head.note(count == 0 ? "" : Texts.number(count));
  }

  private ListRow row(Review review, ChecklistItem item, ItemReviews among) {
    String words = Texts.text("review.open.line", item.code(), ReviewWords.said(review, among));
    Label mark = new Label();
    mark.setGraphic(ReviewWords.icon(review.mark()).line());
    mark.getStyleClass()
        .add("tl-" + ReviewWords.tone(review.mark()).name().toLowerCase(Locale.ROOT));
    return new ListRow(words).lead(mark).onOpen(() -> go.accept(item));
  }
}
