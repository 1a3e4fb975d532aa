package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Finds in this page: Enter and F3 go on, with Shift back, Esc closes and gives focus back. */
final class FindBarView extends HBox {
  private final FindViewModel model;
  private final TextField words = new TextField();
  private final Label count = Labels.muted("");
  private Optional<Node> before = Optional.empty();

  FindBarView(FindViewModel model) {
    this.model = model;
    getStyleClass().add("tl-find");
    words.setPromptText(Texts.text("session.find.prompt"));
    words.setAccessibleText(Texts.text("session.find"));
    words.textProperty().bindBidirectional(model.queryProperty());
    words.setOnAction(event -> model.next());
    count.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            Icon.SEARCH.line(),
            words,
            count,
            button(Icon.UP, "session.find.previous", "session.findPrevious", model::previous),
            button(Icon.DOWN, "session.find.next", "session.findNext", model::next),
            Buttons.small(
                Buttons.withKey(
                    Buttons.icon(Icon.CLOSE, Texts.text("session.find.close"), this::close),
                    Texts.text("session.find.close.key"))));
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    model.countProperty().subscribe(this::say);
    model.atProperty().subscribe(this::say);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Opens the bar, or comes back to it; its words are selected to be typed over. */
  void open() {
    if (!model.openProperty().get()) {
      before = Optional.ofNullable(getScene().getFocusOwner());
      model.openProperty().set(true);
    }
    Focus.give(words);
    words.selectAll();
  }

  private void close() {
    model.openProperty().set(false);
    before.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  private static Button button(Icon icon, String name, String command, Runnable action) {
    return Buttons.small(
        Buttons.withCommand(Buttons.icon(icon, Texts.text(name), action), command));
  }

  private void say() {
    int all = model.countProperty().get();
    boolean asked = !model.queryProperty().get().isBlank();
    if (all == 0) {
      count.setText(asked ? Texts.text("session.find.nothing") : "");
    } else {
      String more = all == SessionSearch.MATCHES_MAX ? "+" : "";
      count.setText(
          Texts.text("session.find.count", model.atProperty().get() + 1, Texts.number(all) + more));
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      model.previous();
    } else {
      return;
    }
    event.consume();
  }
}
