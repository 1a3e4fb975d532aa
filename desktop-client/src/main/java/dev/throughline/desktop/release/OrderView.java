package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.OrderWords;
import dev.throughline.desktop.approval.SeatsView;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** An order that waits: what it asks, why, and who has signed it. */
final class OrderView extends VBox {
  private final ReleaseViewModel model;
  private final Label asks = Labels.wrapping(Labels.h3(""));
  private final Label by = Labels.wrapping(Labels.small(""));
  private final Label reason = Labels.wrapping(Labels.body(""));
  private final Label failed = Labels.wrapping(Labels.small(""));
  private final Label coming = Labels.wrapping(Labels.small(Texts.text("order.coming")));
  private final SeatsView seats;

  OrderView(ReleaseViewModel model) {
    this.model = model;
    getStyleClass().add("release-order");
    asks.setGraphic(Icon.UNDO.line());
    coming.setGraphic(Icon.WAITING.line());
    seats = new SeatsView(model.time());
    for (Label one : List.of(failed, coming)) {
      one.managedProperty().bind(one.visibleProperty());
    }
    getChildren().addAll(asks, by, reason, failed, coming, seats);
  }

  void show(OrderStand order, ReleasesNow all) {
    String until = order.signing().map(SignCase::until).orElse("");
    asks.setText(OrderWords.asks(order.words(), until));
    String at = model.time().at(order.order().atMillis());
    by.setText(
        order
            .order()
            .by()
            .map(
                who ->
                    Texts.text(
                        "order.by",
                        all.people().getOrDefault(who, Texts.text("idea.somebody")),
                        at))
            .orElse(Texts.text("order.by.server", at)));
    reason.setText(OrderWords.reason(order.words()));
    failed.setVisible(!order.failed().isEmpty());
    failed.setText(Texts.text("order.failed.are", String.join(", ", order.failed())));
    coming.setVisible(order.signing().isEmpty());
    seats.show(order.signing());
  }
}
