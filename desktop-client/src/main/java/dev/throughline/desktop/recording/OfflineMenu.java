package dev.throughline.desktop.recording;

import dev.throughline.desktop.travel.OfflineDesk;
import dev.throughline.desktop.travel.OfflineState;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

/** In the strip: whether the recordings that are shown are kept offline, and what can be done. */
@PartOfView("makes a button and a label for the strip")
final class OfflineMenu {
  private final OfflineDesk offline;

  OfflineMenu(OfflineDesk offline) {
    this.offline = offline;
  }

  Button button() {
    Button more = Buttons.icon(Icon.MORE, Texts.text("offline.menu"), () -> {});
    more.setOnAction(_ -> menu().show(more, Side.TOP, 0, 0));
    return more;
  }

  private ContextMenu menu() {
    MenuItem make = new MenuItem(Texts.text("offline.make"), Icon.IMPORT.line());
    make.setDisable(!offline.stateProperty().get().isPossible());
    make.setOnAction(_ -> offline.makeOffline());
    MenuItem letGo = new MenuItem(Texts.text("offline.letGo"), Icon.CLOSE.line());
    letGo.setDisable(!offline.stateProperty().get().isWanted());
    letGo.setOnAction(_ -> offline.letGo());
    return new ContextMenu(make, letGo);
  }

  /** How far it is, as long as the label is shown; gone while nobody wanted it. */
  Label words() {
    Label words = Labels.small("");
    words.setGraphic(Icon.IMPORT.line());
    words
        .textProperty()
        .bind(
            offline
                .stateProperty()
                .map(OfflineState::words)
                .when(words.sceneProperty().isNotNull()));
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    return words;
  }
}
