package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Mark, workspace, back and forward at the left; the person at the right. */
final class TopBar extends HBox {
  private final HBox middle = new HBox();

  TopBar(ShellViewModel model, Runnable aboutMe) {
    getStyleClass().add("tl-top");
    var back = Buttons.icon(Icon.BACK, Texts.text("shell.back"), model::back);
    var forward = Buttons.icon(Icon.FORWARD, Texts.text("shell.forward"), model::forward);
    travel(back, "go.back", model.backOpenProperty());
    travel(forward, "go.forward", model.forwardOpenProperty());
    var travel = new HBox(back, forward);
    travel.getStyleClass().add("travel");
    middle.getStyleClass().add("middle");
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(workspace(model), travel, middle, me(model, aboutMe));
  }

  /** Adds the search box that opens the palette, and the menu of all commands. */
  void equip(CommandMenu menu, Runnable openPalette) {
    var box = Buttons.standard(Texts.text("shell.search"), Icon.SEARCH, openPalette);
    box.getStyleClass().add("tl-search-box");
    box.setMinWidth(0);
    var key = KeyCap.ofCommand("go.palette");
    key.setMouseTransparent(true);
    var search = new StackPane(box, key);
    box.setAccessibleText(Texts.text("shell.search"));
    search.widthProperty().addListener(_ -> fit(box, search.getWidth() - key.prefWidth(-1)));
    box.fontProperty().addListener(_ -> fit(box, search.getWidth() - key.prefWidth(-1)));
    StackPane.setAlignment(key, Pos.CENTER_RIGHT);
    search.getStyleClass().add("tl-search");
    middle.getChildren().setAll(search);
    var all = Buttons.icon(Icon.MENU, Texts.text("shell.menu"), () -> {});
    all.setOnAction(event -> menu.build().show(all, Side.BOTTOM, 0, 0));
    all.getStyleClass().add("tl-menu-button");
    getChildren().add(getChildren().size() - 1, all);
  }

  /** The longest words that have room; the sign alone says it too. */
  private static void fit(Button box, double room) {
    for (String words : List.of(Texts.text("shell.search"), Texts.text("shell.search.short"), "")) {
      box.setText(words);
      if (box.prefWidth(-1) <= room) {
        return;
      }
    }
  }

  /** Adds a control left of the menu. */
  void add(Node control) {
    getChildren().add(getChildren().indexOf(middle) + 1, control);
  }

  private static void travel(Button button, String key, ReadOnlyBooleanProperty open) {
    Buttons.withCommand(button, key);
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
              Hint.on(avatar, "");
              me.setGraphic(avatar);
              me.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
              me.setText(words);
              me.setAccessibleText(words);
              Hint.on(me, words);
            });
    return me;
  }
}
