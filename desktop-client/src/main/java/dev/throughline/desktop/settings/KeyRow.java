package dev.throughline.desktop.settings;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.settings.KeysViewModel.Asking;
import dev.throughline.desktop.settings.KeysViewModel.Line;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.KeyPress;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One command, its key, and the way to another key. */
final class KeyRow extends VBox {
  private final KeysViewModel model;
  private final Command command;
  private final Button change;
  private final HBox line = new HBox();
  private final HBox answer = new HBox();

  KeyRow(KeysViewModel model, Line shown) {
    this.model = model;
    this.command = shown.command();
    getStyleClass().add("key-row");
    Label name = Labels.wrapping(Labels.body(command.name()));
    Label where = Labels.wrapping(Labels.small(command.scope().words()));
    VBox words = new VBox(name, where);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getStyleClass().add("key-line");
    line.getChildren().add(words);
    shown.key().map(KeyChord::shown).map(KeyRow::cap).ifPresent(line.getChildren()::add);
    change = Buttons.small(Buttons.standard(Texts.text("settings.keys.change"), this::change));
    String key = shown.key().map(KeyChord::shown).orElse(Texts.text("settings.keys.none"));
    change.setAccessibleText(Texts.text("settings.keys.change.spoken", command.name(), key));
    change.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    change.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    change
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused && isAsked()) {
                model.stopAsking();
              }
            });
    if (shown.isChosen()) {
      line.getChildren()
          .add(
              Buttons.small(
                  Buttons.icon(
                      Icon.UNDO,
                      Texts.text("settings.keys.reset", command.name()),
                      () -> model.reset(command))));
    }
    line.getChildren().add(change);
    answer.getStyleClass().add("key-answer");
    getChildren().addAll(line, answer);
    ask();
  }

  private static Label cap(String key) {
    Label cap = KeyCap.of(key);
    cap.setMinWidth(Region.USE_PREF_SIZE);
    return cap;
  }

  void focus() {
    change.requestFocus();
  }

  private void change() {
    if (isAsked()) {
      model.stopAsking();
    } else {
      model.ask(command);
    }
  }

  private boolean isAsked() {
    return model.askingProperty().get() instanceof Asking.ForKey(String id)
        && id.equals(command.id());
  }

  /** Shows what is asked about this command, with the answers there are. */
  void ask() {
    String question = model.question(command);
    answer.getChildren().clear();
    if (!question.isEmpty()) {
      answer.getChildren().add(Labels.wrapping(Labels.small(question)));
    }
    if (model.askingProperty().get() instanceof Asking.ToTakeOver(String id, KeyChord chord, _)
        && id.equals(command.id())) {
      Button take =
          Buttons.small(
              Buttons.standard(
                  Texts.text("settings.keys.takeOver"), () -> model.takeOver(command, chord)));
      answer
          .getChildren()
          .addAll(
              take,
              Buttons.small(Buttons.standard(Texts.text("settings.keys.keep"), model::stopAsking)));
      take.requestFocus();
    }
    answer.setVisible(!answer.getChildren().isEmpty());
    answer.setManaged(answer.isVisible());
  }

  private void pressed(KeyEvent event) {
    if (!isAsked()) {
      return;
    }
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      model.stopAsking();
    } else if (event.getCode() == KeyCode.BACK_SPACE && !event.isShortcutDown()) {
      model.clear(command);
    } else {
      take(KeyPress.pressed(event));
    }
  }

  private void typed(KeyEvent event) {
    if (isAsked()) {
      event.consume();
      take(KeyPress.sign(event));
    }
  }

  private void take(Optional<KeyChord> chord) {
    chord.ifPresent(pressed -> model.press(command, pressed));
  }
}
