package dev.throughline.desktop.walkthrough;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The words of a step and the ways around it. */
final class CalloutView extends VBox {
  private final Label count = Labels.cap("");
  private final Label title = Labels.wrapping(Labels.h2(""));
  private final Label line = Labels.wrapping(Labels.body(""));
  private final Button back;
  private final Button next;

  CalloutView(Walkthrough model) {
    getStyleClass().add("walkthrough-callout");
    setAccessibleRole(AccessibleRole.PARENT);
    back = Buttons.small(Buttons.standard(Texts.text("walkthrough.back"), model::back));
    next = Buttons.small(Buttons.standard(Texts.text("walkthrough.next"), model::next));
    next.visibleProperty().bind(model.nextOpenProperty());
    next.managedProperty().bind(next.visibleProperty());
    Button skip =
        Buttons.small(
            Buttons.withKey(
                Buttons.flat(Texts.text("walkthrough.skip"), model::skip),
                Texts.text("ui.key.escape")));
    HBox buttons = new HBox(back, next, Spaces.grow(), skip);
    buttons.getStyleClass().add("buttons");
    getChildren().addAll(count, title, line, buttons);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** The height of the text, which grows with the person's scale. */
  double em() {
    return line.getFont().getSize();
  }

  /** Answers what is to be announced. */
  String show(WalkthroughStep step) {
    int number = step.ordinal() + 1;
    count.setText(
        Texts.text("walkthrough.count", number, WalkthroughStep.values().length, step.seconds()));
    title.setText(Texts.text("walkthrough." + step.id() + ".title"));
    line.setText(Texts.text("walkthrough." + step.id() + ".line"));
    back.setDisable(number == 1);
    String spoken = count.getText() + ". " + title.getText() + ". " + line.getText();
    setAccessibleText(spoken);
    return spoken;
  }
}
