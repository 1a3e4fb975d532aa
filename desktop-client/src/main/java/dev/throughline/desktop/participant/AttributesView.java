package dev.throughline.desktop.participant;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Names and values, both edited where they stand; a line at the end adds another. */
final class AttributesView extends VBox {
  private final Consumer<AttributeChange> change;
  private final VBox pairs = new VBox();
  private final TextField name = new TextField();
  private final TextField value = new TextField();
  private final List<InPlaceFieldView> lines = new ArrayList<>();
  private final SortedMap<String, InPlaceFieldView> values = new TreeMap<>();
  private SortedMap<String, String> shown = new TreeMap<>();

  AttributesView(Consumer<AttributeChange> change) {
    this.change = change;
    getStyleClass().add("attributes");
    name.setPromptText(Texts.text("participants.attribute.name"));
    name.setAccessibleText(Texts.text("participants.attribute.name"));
    value.setPromptText(Texts.text("participants.attribute.value"));
    value.setAccessibleText(Texts.text("participants.attribute.value"));
    name.setOnAction(_ -> value.requestFocus());
    value.setOnAction(_ -> add());
    HBox.setHgrow(value, Priority.ALWAYS);
    Button add =
        Buttons.small(Buttons.standard(Texts.text("participants.attribute.add"), this::add));
    HBox adding = new HBox(name, value, add);
    adding.getStyleClass().add("adding");
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    getChildren().addAll(pairs, adding);
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && (name.isFocused() || value.isFocused())) {
      name.clear();
      value.clear();
      event.consume();
    }
  }

  /**
   * @param isOther whether they are another person's
   */
  void show(SortedMap<String, String> now, boolean isOther) {
    if (isOther) {
      name.clear();
      value.clear();
    }
    if (isOther || !now.keySet().equals(values.keySet())) {
      // What is typed in the old lines is saved before they go.
      lines.forEach(InPlaceFieldView::finish);
      lines.clear();
      values.clear();
      pairs.getChildren().setAll(now.keySet().stream().map(this::pair).toList());
    }
    shown = now;
    values.forEach((key, value) -> value.show(now.getOrDefault(key, "")));
  }

  private void add() {
    if (name.getText().isBlank() || value.getText().isBlank()) {
      (name.getText().isBlank() ? name : value).requestFocus();
      return;
    }
    String key = name.getText().strip();
    change.accept(AttributeChange.set(key, shown.getOrDefault(key, ""), value.getText().strip()));
    name.clear();
    value.clear();
    name.requestFocus();
  }

  private Node pair(String key) {
    InPlaceFieldView words =
        new InPlaceFieldView(
            Texts.text("participants.attribute.name"),
            Texts.text("session.attribute.remove"),
            (_, fresh) ->
                change.accept(AttributeChange.rename(key, fresh, shown.getOrDefault(key, ""))));
    words.getStyleClass().add("key");
    words.show(key);
    InPlaceFieldView what =
        new InPlaceFieldView(
            key,
            Texts.text("session.attribute.remove"),
            (before, fresh) -> change.accept(AttributeChange.set(key, before, fresh)));
    values.put(key, what);
    lines.addAll(List.of(words, what));
    HBox.setHgrow(what, Priority.ALWAYS);
    Button remove =
        Buttons.small(
            Buttons.icon(
                Icon.CLOSE,
                Texts.text("participants.attribute.remove", key),
                () -> change.accept(AttributeChange.remove(key))));
    HBox line = new HBox(words, what, remove);
    line.getStyleClass().addAll("tl-row", "flat-row", "pair");
    return line;
  }
}
