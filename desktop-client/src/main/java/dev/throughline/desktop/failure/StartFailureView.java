package dev.throughline.desktop.failure;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The small window of a start that failed: the sentence, its code, and three ways on. */
public final class StartFailureView extends StackPane {
  private final Label said = Labels.small("");
  private final Button close;

  public StartFailureView(StartFailure failure, Runnable openFolder, Runnable leave) {
    getStyleClass().addAll("tl-window", "failure");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(Texts.text("failure.start.title") + ". " + failure.shown());
    close = Buttons.primary(Texts.text("failure.close"), leave);
    FlowPane buttons =
        new FlowPane(
            close,
            Buttons.standard(Texts.text("failure.details"), Icon.COPY, () -> copy(failure)),
            Buttons.standard(Texts.text("failure.folder"), Icon.STUDY, openFolder));
    buttons.getStyleClass().add("failure-buttons");
    VBox words =
        new VBox(
            Labels.wrapping(Labels.h1(Texts.text("failure.start.title"))),
            Labels.wrapping(Labels.body(failure.sentence())),
            Labels.mono(Texts.text("failure.code", failure.code())),
            said,
            buttons);
    words.getStyleClass().add("words");
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(EmptyPlace.tile(Icon.NEEDS_YOU), words);
    row.getStyleClass().add("failure-start");
    getChildren().add(row);
  }

  /** Enter closes. */
  public void focusClose() {
    close.requestFocus();
  }

  private void copy(StartFailure failure) {
    ClipboardContent content = new ClipboardContent();
    content.putString(failure.details());
    Clipboard.getSystemClipboard().setContent(content);
    said.setText(Texts.text("failure.copied"));
  }
}
