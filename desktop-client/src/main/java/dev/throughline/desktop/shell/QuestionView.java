package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A question above the dimmed window. Escape answers no; the focus begins on no, never leaves the
 * question and goes back where it was.
 */
final class QuestionView extends StackPane {
  private final ObjectProperty<Optional<Question>> question;
  private final VBox box = new VBox();
  private List<Button> buttons = List.of();
  private @Nullable Node before;

  QuestionView(ObjectProperty<Optional<Question>> question) {
    this.question = question;
    getStyleClass().addAll("tl-scrim", "tl-ask");
    box.getStyleClass().add("tl-question");
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    getChildren().add(box);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    question.subscribe(this::show);
  }

  private void show(Optional<Question> asked) {
    boolean wasShown = isVisible();
    setVisible(asked.isPresent());
    if (asked.isEmpty()) {
      if (wasShown && before != null) {
        before.requestFocus();
      }
      before = null;
      return;
    }
    before = getScene() == null ? null : getScene().getFocusOwner();
    fill(asked.get());
    buttons.getFirst().requestFocus();
  }

  private void fill(Question asked) {
    Label title = Labels.wrapping(Labels.h1(asked.title()));
    box.setAccessibleText(asked.title() + " " + String.join(" ", asked.lines()));
    List<Node> parts = new ArrayList<>(List.of(title));
    asked.lines().forEach(line -> parts.add(Labels.wrapping(Labels.body(line))));
    if (!asked.shown().isEmpty()) {
      VBox shown = new VBox(Labels.wrapping(Labels.body(asked.shown())));
      shown.getStyleClass().add("shown");
      var scrolling = Sheet.scrolling(asked.title(), shown);
      scrolling.getStyleClass().add("shown-pane");
      scrolling.prefViewportHeightProperty().bind(shown.heightProperty());
      parts.add(scrolling);
    }
    Button no = Buttons.large(Buttons.standard(Texts.text("shell.question.no"), this::close));
    Runnable act =
        () -> {
          close();
          asked.yes().run().run();
        };
    Button yes =
        Buttons.large(
            asked.isHarmless()
                ? Buttons.primary(asked.yes().name(), act)
                : Buttons.danger(asked.yes().name(), Icon.CHECK, act));
    HBox row = new HBox(Spaces.grow(), no, yes);
    row.getStyleClass().add("answers");
    List<Button> all = new ArrayList<>(List.of(no, yes));
    asked
        .before()
        .ifPresent(
            first -> {
              Button button = Buttons.large(Buttons.standard(first.name(), first.run()));
              row.getChildren().addFirst(button);
              all.add(button);
            });
    buttons = all;
    parts.add(row);
    box.getChildren().setAll(parts);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB) {
      int at = buttons.indexOf(getScene().getFocusOwner());
      int next = Math.floorMod(at + (event.isShiftDown() ? -1 : 1), buttons.size());
      buttons.get(next).requestFocus();
      event.consume();
    }
  }

  private void close() {
    question.set(Optional.empty());
  }
}
