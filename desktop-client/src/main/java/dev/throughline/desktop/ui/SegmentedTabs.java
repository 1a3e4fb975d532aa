package dev.throughline.desktop.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One choice out of a few, side by side. Exactly one is always chosen. */
public final class SegmentedTabs extends HBox {
  /** One segment; without an icon its words always show. */
  public record Tab(String id, String title, @Nullable Icon icon) {}

  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper(this, "selected", "");

  /** The first tab is chosen. With icons, only the current tab shows its words. */
  public SegmentedTabs(String name, List<Tab> tabs) {
    getStyleClass().add("tl-segments");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(name);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    for (Tab tab : tabs) {
      var button = button(tab);
      buttons.put(tab.id(), button);
      getChildren().add(button);
    }
    select(tabs.getFirst().id());
  }

  public ReadOnlyStringProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public void select(String id) {
    if (!buttons.containsKey(id)) {
      throw new IllegalArgumentException("No tab " + id);
    }
    buttons.forEach((key, button) -> button.setSelected(key.equals(id)));
    selected.set(id);
  }

  /** Gives a tab another title, such as one with another count. */
  public void rename(String id, String title) {
    ToggleButton button = buttons.get(id);
    if (button != null) {
      button.setText(title);
      button.setAccessibleText(title);
    }
  }

  private ToggleButton button(Tab tab) {
    var button = new ToggleButton(tab.title());
    button.setAccessibleRole(AccessibleRole.TAB_ITEM);
    button.setAccessibleText(tab.title());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> select(tab.id()));
    if (tab.icon() != null) {
      button.setGraphic(tab.icon().line());
      Hint.whole(button);
      button
          .contentDisplayProperty()
          .bind(
              button
                  .selectedProperty()
                  .map(current -> current ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }
    return button;
  }
}
