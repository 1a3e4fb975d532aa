package dev.throughline.desktop.settings;

import dev.throughline.desktop.settings.KeysViewModel.Line;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every command with its key. A key is changed by pressing the new one. */
final class KeysSection extends SettingSection {
  private final KeysViewModel model;
  private final VBox rows = new VBox();
  private Map<String, KeyRow> shown = Map.of();

  KeysSection(KeysViewModel model) {
    super(Texts.text("settings.keys"));
    this.model = model;
    TextField filter = new TextField();
    filter.textProperty().bindBidirectional(model.typedProperty());
    filter.setPromptText(Texts.text("settings.keys.filter"));
    filter.setAccessibleText(Texts.text("settings.keys.filter"));
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox head =
        new HBox(filter, Buttons.standard(Texts.text("settings.keys.resetAll"), model::resetAll));
    head.getStyleClass().add("keys-head");
    rows.getStyleClass().add("keys");
    add(head, rows);
    model.lines().addListener((ListChangeListener<Line>) _ -> fill());
    model.askingProperty().subscribe(_ -> shown.values().forEach(KeyRow::ask));
    fill();
  }

  /** Keeps the rows that are the same, so that the focus stays where it is. */
  private void fill() {
    Optional<String> focused =
        shown.entrySet().stream()
            .filter(entry -> entry.getValue().isFocusWithin())
            .map(Map.Entry::getKey)
            .findFirst();
    Map<String, KeyRow> fresh = new HashMap<>();
    rows.getChildren().clear();
    for (Line line : model.lines()) {
      KeyRow row = new KeyRow(model, line);
      fresh.put(line.command().id(), row);
      rows.getChildren().add(row);
    }
    shown = fresh;
    focused.map(fresh::get).ifPresent(KeyRow::focus);
  }
}
