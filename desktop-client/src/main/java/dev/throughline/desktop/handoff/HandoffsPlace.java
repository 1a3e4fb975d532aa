package dev.throughline.desktop.handoff;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Every handoff, drafts first. */
public final class HandoffsPlace extends StackPane {
  private final HandoffsViewModel model;
  private final SheetHeader header = new SheetHeader(Texts.text("handoff.place"));
  private final Label gauge = Labels.body("");
  private Optional<HandoffTable> table = Optional.empty();
  private Optional<Node> shown = Optional.empty();

  public HandoffsPlace(HandoffsViewModel model) {
    this.model = model;
    getStyleClass().add("handoffs");
    setMinWidth(0);
    header.actions(
        Buttons.withCommand(
            Buttons.primary(Texts.text("handoff.new"), Icon.ADD, model::create), "handoff.new"));
    gauge.setManaged(false);
    model.loadedProperty().subscribe(_ -> show());
    model.rows().addListener((InvalidationListener) _ -> show());
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                model.start();
              }
            });
  }

  /** Gives the focus to the handoffs. */
  @Override
  public void requestFocus() {
    table.ifPresent(HandoffTable::enter);
  }

  private void show() {
    int count = model.rows().size();
    header.count(count == 0 ? "" : Texts.number(count));
    if (!model.loadedProperty().get()) {
      put(Sheet.column(LoadingBars.afterPatience()));
    } else if (count == 0) {
      put(
          new StackPane(
              new EmptyPlace(
                  Icon.HANDOFF, Texts.text("handoff.none.title"), Texts.text("handoff.none"))));
    } else {
      put(table());
    }
  }

  private HandoffTable table() {
    HandoffTable made = table.orElseGet(() -> new HandoffTable(model, gauge.fontProperty()));
    table = Optional.of(made);
    return made;
  }

  private void put(Node content) {
    if (shown.equals(Optional.of(content))) {
      return;
    }
    shown = Optional.of(content);
    getChildren().setAll(new Sheet().header(header).content(content), gauge);
  }
}
