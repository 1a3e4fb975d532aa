package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;

/** The recovery code: dots until asked for, and the question whether it is kept somewhere. */
final class CodeSection extends SettingSection {
  private final CodeViewModel code;
  private final FlowPane actions = new FlowPane();
  private final Button show;
  private final Button copy;

  CodeSection(CodeViewModel code) {
    super(Texts.text("settings.code"));
    this.code = code;
    show = Buttons.standard(Texts.text("settings.code.show"), code::showOrHide);
    copy =
        Buttons.standard(
            Texts.text("settings.code.copy"), Icon.COPY, () -> code.copy(CodeSection::toClipboard));
    actions.getStyleClass().add("actions");
    add(Labels.wrapping(Labels.small(Texts.text("settings.code.line"))), field(), actions);
    code.isShownProperty()
        .subscribe(
            shown -> show.setText(Texts.text(shown ? "settings.code.hide" : "settings.code.show")));
    code.isSavedProperty().subscribe(this::offer);
  }

  /** A field, so that it can be read letter by letter and selected; never to be typed into. */
  private TextField field() {
    TextField field = new TextField();
    field.setEditable(false);
    field.getStyleClass().addAll("tl-mono", "code");
    field.textProperty().bind(code.shownProperty());
    code.isShownProperty()
        .subscribe(
            shown ->
                field.setAccessibleText(
                    Texts.text(shown ? "settings.code.name" : "settings.code.hidden")));
    return field;
  }

  private void offer(boolean isSaved) {
    Label state =
        isSaved
            ? Chip.neutral(Icon.CHECK, Texts.text("settings.code.saved"))
            : Chip.of(Chip.State.STALE, Icon.WARNING, Texts.text("settings.code.unsaved"));
    state.setMinWidth(USE_PREF_SIZE);
    actions.getChildren().setAll(show, copy);
    if (!isSaved) {
      actions.getChildren().add(Buttons.primary(Texts.text("settings.code.mark"), code::markSaved));
    }
    actions.getChildren().add(state);
  }

  private static void toClipboard(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
