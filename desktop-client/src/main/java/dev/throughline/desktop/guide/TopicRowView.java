package dev.throughline.desktop.guide;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * One line of a guide that is being written: edited where it stands, moved with {@code Alt+Up} and
 * {@code Alt+Down} or by its handle.
 */
final class TopicRowView extends HBox {
  private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");

  private final GuideViewModel model;
  private final InPlaceFieldView words;
  private final Label handle = new Label();
  private final Label kind = Labels.small("");
  private final Label minutes = Labels.small("");
  private Topic topic;

  TopicRowView(GuideViewModel model, Topic topic) {
    this.model = model;
    this.topic = topic;
    getStyleClass().addAll("tl-row", "flat-row", "guide-topic");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    words =
        new InPlaceFieldView(
            Texts.text("guide.topic"),
            Texts.text("guide.topic.prompt"),
            (before, text) -> this.model.reword(this.topic, before, text));
    HBox.setHgrow(words, Priority.ALWAYS);
    handle.setGraphic(Icon.DRAG.line());
    handle.getStyleClass().add("handle");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    minutes.setMinWidth(Region.USE_PREF_SIZE);
    HBox actions = new HBox(more(), remove());
    actions.getStyleClass().add("actions");
    actions.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(handle, words, minutes, kind, actions);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    show(topic);
  }

  /** What the store says of the same topic now. */
  void show(Topic now) {
    topic = now;
    words.show(now.text());
    setAccessibleText(now.text());
    boolean isSection = now.kind() == TopicKind.SECTION;
    pseudoClassStateChanged(SECTION, isSection);
    boolean isPlain = now.kind() == TopicKind.QUESTION || isSection;
    say(kind, isPlain ? "" : Texts.text("guide.kind." + now.kind().wireName()));
    say(minutes, now.minutes().map(count -> Texts.text("guide.minutes", count)).orElse(""));
  }

  Topic topic() {
    return topic;
  }

  /** Where the row is taken hold of. */
  Label handle() {
    return handle;
  }

  /** Puts the caret into the words. */
  void typeNow() {
    Focus.give(words);
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(label.isVisible());
  }

  private void keyPressed(KeyEvent event) {
    if (!event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
      return;
    }
    if (event.getCode() == KeyCode.UP) {
      model.moveUp(topic);
    } else if (event.getCode() == KeyCode.DOWN) {
      model.moveDown(topic);
    } else {
      return;
    }
    event.consume();
  }

  private Button remove() {
    return Buttons.small(
        Buttons.icon(Icon.DELETE, Texts.text("guide.remove"), () -> model.remove(topic)));
  }

  private Button more() {
    Button button = Buttons.small(Buttons.icon(Icon.MORE, Texts.text("guide.more"), () -> {}));
    button.setOnAction(_ -> menu().show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    Arrays.stream(TopicKind.values()).map(this::kindItem).forEach(menu.getItems()::add);
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("guide.up", "Alt+Up", () -> model.moveUp(topic)),
            item("guide.down", "Alt+Down", () -> model.moveDown(topic)),
            item("guide.remove", "", () -> model.remove(topic)));
    return menu;
  }

  private MenuItem kindItem(TopicKind choice) {
    RadioMenuItem item = new RadioMenuItem(Texts.text("guide.kind." + choice.wireName()));
    item.setSelected(topic.kind() == choice);
    item.setOnAction(_ -> model.changeKind(topic, choice));
    return item;
  }

  private static MenuItem item(String name, String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.text(name));
    item.setOnAction(_ -> action.run());
    if (!key.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(key));
    }
    return item;
  }
}
