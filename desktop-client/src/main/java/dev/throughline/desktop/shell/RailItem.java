package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Hint;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** One place of the rail. Pressing the current one leads from its page back to the place itself. */
final class RailItem extends ToggleButton {
  private final String place;
  private final ShellViewModel model;

  RailItem(Place place, ShellViewModel model) {
    super(place.title());
    this.place = place.id();
    this.model = model;
    getStyleClass().add("place-" + place.id());
    Hint.on(this, place.title());
    Hint.key(this, "go." + place.id());
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    setAccessibleText(place.title());
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(Region.USE_PREF_SIZE);
    model
        .locationProperty()
        .subscribe(
            here -> {
              boolean current = here.place().equals(place.id());
              setSelected(current);
              setGraphic(current ? place.icon().fill() : place.icon().line());
            });
  }

  @Override
  public void fire() {
    model.open(place);
  }
}
