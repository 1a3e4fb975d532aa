package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The door to a team: a card that turns into the question for the server's address. */
final class JoinDoor extends StackPane {
  private final FirstRunViewModel model;

  JoinDoor(FirstRunViewModel model) {
    this.model = model;
    model.joiningProperty().subscribe(this::show);
  }

  private void show(boolean asks) {
    DoorCard card = new DoorCard(Texts.text("home.join.title"));
    getChildren().setAll(asks ? question(card) : closed(card));
  }

  private DoorCard closed(DoorCard card) {
    Runnable open = () -> model.joiningProperty().set(true);
    return card.lead(Icon.TEAM)
        .words(Texts.text("home.join.words"), Texts.text("home.join.asks"))
        .then(Buttons.standard(Texts.text("home.join.open"), open));
  }

  private DoorCard question(DoorCard card) {
    TextField address = new TextField();
    address.textProperty().bindBidirectional(model.addressProperty());
    address.setPromptText(Texts.text("home.join.prompt"));
    address.setOnAction(_ -> model.join());
    LabeledField field =
        new LabeledField(Texts.text("home.join.address"), address)
            .hint(Texts.text("home.join.hint"));
    field.errorProperty().bind(model.errorProperty());
    HBox buttons =
        new HBox(
            Buttons.standard(Texts.text("home.join"), model::join),
            Buttons.flat(Texts.text("home.join.back"), this::close));
    buttons.getStyleClass().add("home-buttons");
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          }
        });
    address
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Platform.runLater(address::requestFocus);
              }
            });
    return card.then(field, Spaces.grow(), buttons);
  }

  private void close() {
    model.joiningProperty().set(false);
  }
}
