package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Everything that is signed, word for word, once somebody asks for it. */
final class SignedView extends VBox {
  private final SignedWords words;
  private final VBox all = new VBox();

  SignedView(SignedWords words) {
    this.words = words;
    getStyleClass().add("signed-whole");
    all.getStyleClass().add("parts");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    getChildren().add(all);
  }

  /** Shows it, or takes it away again. */
  Button button() {
    return Buttons.withKey(
        Buttons.small(Buttons.standard(Texts.text("sign.all"), Icon.HANDOFF, this::toggle)), "A");
  }

  private void toggle() {
    if (all.getChildren().isEmpty()) {
      words.parts().forEach(this::add);
    }
    setVisible(!isVisible());
  }

  private void add(SignedWords.Part part) {
    VBox lines = new VBox(Labels.h3(part.title()));
    lines.getStyleClass().add("part");
    List<String> said = part.lines();
    said.forEach(
        line -> lines.getChildren().add(Labels.wrapping(Labels.body(SignSheet.shown(line)))));
    all.getChildren().add(lines);
  }

  /** Takes a typed A from anywhere on the sheet where nobody types. */
  void heed(KeyEvent event) {
    boolean isPlain =
        event.getCharacter().equalsIgnoreCase("a") && !event.isShortcutDown() && !event.isAltDown();
    if (isPlain && !(event.getTarget() instanceof TextInputControl)) {
      toggle();
      event.consume();
    }
  }
}
