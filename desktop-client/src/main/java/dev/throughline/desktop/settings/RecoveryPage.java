package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole window while a profile waits for its recovery code. */
public final class RecoveryPage extends StackPane {
  public RecoveryPage(RecoveryViewModel model) {
    getStyleClass().addAll("tl-window", "tl-recovery");
    TextField code = new TextField();
    code.setPromptText(Texts.text("recovery.prompt"));
    code.getStyleClass().addAll("tl-mono", "code");
    code.textProperty().bindBidirectional(model.codeProperty());
    code.disableProperty().bind(model.isBusyProperty());
    LabeledField field =
        new LabeledField(Texts.text("recovery.field"), code).hint(Texts.text("recovery.hint"));
    field.errorProperty().bind(model.problemProperty());
    Button open = Buttons.large(Buttons.primary(Texts.text("recovery.open"), model::open));
    open.setDefaultButton(true);
    open.disableProperty().bind(model.isBusyProperty());
    VBox title =
        new VBox(
            Labels.wrapping(Labels.h1(Texts.text("recovery.title"))),
            Labels.wrapping(Labels.muted(Texts.text("recovery.line"))));
    title.getStyleClass().add("title");
    VBox sheet =
        new VBox(
            EmptyPlace.tile(Icon.KEY),
            title,
            folder(model),
            field,
            open,
            Labels.wrapping(Labels.small(Texts.text("recovery.safe"))));
    sheet.setMaxHeight(USE_PREF_SIZE);
    sheet.getStyleClass().addAll("tl-card", "sheet");
    StackPane middle = new StackPane(sheet);
    middle.getStyleClass().add("middle");
    getChildren().add(Sheet.scrolling(Texts.text("recovery.title"), middle));
    middle.minHeightProperty().bind(heightProperty());
    // The field gives its focus up while the code is tried; a wrong code brings it back.
    model.problemProperty().subscribe(problem -> code.requestFocus());
  }

  private static VBox folder(RecoveryViewModel model) {
    return new VBox(
        Labels.cap(Texts.text("recovery.folder")),
        Labels.wrapping(Labels.body(model.folder().toString())));
  }
}
