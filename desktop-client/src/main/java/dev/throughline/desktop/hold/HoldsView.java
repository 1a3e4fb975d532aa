package dev.throughline.desktop.hold;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Every legal hold, and what can be done about each. */
public final class HoldsView extends VBox {
  private final HoldsViewModel model;
  private final Label line = Labels.wrapping(Labels.small(""));
  private final VBox rows = new VBox();
  private final Button propose;

  public HoldsView(HoldsViewModel model) {
    this.model = model;
    getStyleClass().addAll("devices", "holds");
    line.getStyleClass().add("access-line");
    rows.getStyleClass().add("hold-rows");
    propose =
        Buttons.of(
            Buttons.standard(Texts.text("hold.propose"), Icon.LOCK, model::choose), "hold.propose");
    getChildren().addAll(line, propose, rows);
    model.nowProperty().subscribe(this::show);
  }

  private void show(HoldsNow now) {
    line.setText(now.line());
    propose.setVisible(model.canPropose().isReady());
    propose.setManaged(propose.isVisible());
    List<HoldRow> open = now.rows().stream().filter(row -> !row.hold().state().isOver()).toList();
    List<HoldRow> over = now.rows().stream().filter(row -> row.hold().state().isOver()).toList();
    rows.getChildren().setAll(open.stream().map(this::row).toList());
    if (!over.isEmpty()) {
      rows.getChildren().add(Labels.h3(Texts.text("hold.over")));
      over.stream().map(this::row).forEach(rows.getChildren()::add);
    }
  }

  private Node row(HoldRow row) {
    HBox steps = new HBox();
    steps.getStyleClass().add("hold-steps");
    for (HoldStep step : HoldStep.values()) {
      if (row.can().contains(step)) {
        steps.getChildren().add(button(row, step));
      }
    }
    String second =
        String.join(
            "\n",
            row.hold().reason(),
            row.waits().map(its -> row.past() + " " + its).orElse(row.past()));
    ListRow shown =
        new ListRow(Texts.text("hold.row", row.title(), row.reached()))
            .strong()
            .lead(Icon.LOCK)
            .second(Texts.count("hold.blobs", row.hold().blobs(), second))
            .state(chip(row.hold().state()));
    return steps.getChildren().isEmpty() ? shown : shown.below(steps);
  }

  private Button button(HoldRow row, HoldStep step) {
    String key =
        "hold.do." + step.wireName() + (step == HoldStep.RELEASE && row.isAsking() ? ".ask" : "");
    Button button = Buttons.small(Buttons.standard(Texts.text(key), () -> model.act(row, step)));
    button.setAccessibleText(Texts.text("hold.do.spoken", Texts.text(key), row.title()));
    return button;
  }

  private static Label chip(Hold.State state) {
    return Chip.of(
        state == Hold.State.PROPOSED || state == Hold.State.RELEASING
            ? Chip.State.STALE
            : Chip.State.NEUTRAL,
        Texts.text("hold.state." + state.wireName()));
  }
}
