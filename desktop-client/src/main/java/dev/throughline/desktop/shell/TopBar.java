package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Mark, workspace, back and forward at the left; the person at the right. */
final class TopBar extends HBox {
  TopBar(ShellViewModel model, Runnable aboutMe) {
    getStyleClass().add("tl-top");
    var back = Buttons.icon(Icon.BACK, Texts.text("shell.back"), model::back);
    var forward = Buttons.icon(Icon.FORWARD, Texts.text("shell.forward"), model::forward);
    travel(back, "Alt Left", model.backOpenProperty());
    travel(forward, "Alt Right", model.forwardOpenProperty());
    var travel = new HBox(back, forward);
    travel.getStyleClass().add("travel");
    getChildren().addAll(workspace(model), travel, Spaces.grow(), me(model, aboutMe));
  }

  private static void travel(Button button, String key, ReadOnlyBooleanProperty open) {
    Buttons.withKey(button, key);
    button.disableProperty().bind(open.not());
  }

  private static HBox workspace(ShellViewModel model) {
    var title = Labels.h3("");
    title.textProperty().bind(model.workspaceTitleProperty());
    var line = new Label();
    line.getStyleClass().add("second");
    line.textProperty().bind(model.workspaceLineProperty());
    line.visibleProperty().bind(line.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    title.setMinWidth(Region.USE_PREF_SIZE);
    line.setMinWidth(Region.USE_PREF_SIZE);
    var words = new VBox(title, line);
    words.getStyleClass().add("words");
    var workspace = new HBox(new ThreadMark(), words);
    workspace.getStyleClass().add("workspace");
    return workspace;
  }

  private static Button me(ShellViewModel model, Runnable open) {
    var me = Buttons.icon(Icon.PERSON, Texts.text("shell.me.unknown"), open);
    me.getStyleClass().add("tl-me");
    model
        .personProperty()
        .subscribe(
            name -> {
              var words =
                  name.isEmpty() ? Texts.text("shell.me.unknown") : Texts.text("shell.me", name);
              var avatar = Avatar.head(name);
              avatar.setTooltip(null);
              me.setGraphic(avatar);
              me.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
              me.setText(words);
              me.setAccessibleText(words);
              me.getTooltip().setText(words);
            });
    return me;
  }
}
