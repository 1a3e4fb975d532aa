package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The places one below the other, the lasting ones at the bottom. Folds to icons alone. */
final class Rail extends VBox {
  private final ShellViewModel model;

  Rail(ShellViewModel model) {
    this.model = model;
    getStyleClass().add("tl-rail");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    setAccessibleText(Texts.text("shell.rail"));
    model.places().addListener((ListChangeListener<Place>) change -> fill());
    fill();
  }

  /** In a low window, or with large text, the places scroll; the one with the focus is in sight. */
  Region scrolling() {
    ScrollPane room = new ScrollPane(this);
    room.getStyleClass().add("tl-rail-room");
    room.setFitToWidth(true);
    room.setFitToHeight(true);
    room.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    room.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    room.setFocusTraversable(false);
    room.setMinHeight(0);
    room.minWidthProperty().bind(widthProperty());
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> inSight(room, owner));
    return room;
  }

  private void inSight(ScrollPane room, @Nullable Node owner) {
    double spare = getHeight() - room.getViewportBounds().getHeight();
    if (owner != null && owner.getParent() == this && spare > 0) {
      double middle = owner.getBoundsInParent().getCenterY() - room.getHeight() / 2;
      room.setVvalue(Math.clamp(middle / spare, 0, 1));
    }
  }

  void fold(boolean folded) {
    getStyleClass().remove("folded");
    if (folded) {
      getStyleClass().add("folded");
    }
  }

  /** The size of the text as the person chose it; right once the sheets have been applied. */
  ObservableValue<Double> textHeight() {
    return ((RailItem) getChildren().getFirst()).fontProperty().map(font -> font.getSize());
  }

  private void fill() {
    getChildren().setAll(items(Place.End.TOP));
    getChildren().add(Spaces.grow());
    getChildren().addAll(items(Place.End.BOTTOM));
  }

  private List<Node> items(Place.End end) {
    return model.places().stream()
        .filter(place -> place.end() == end)
        .map(place -> (Node) new RailItem(place, model))
        .toList();
  }
}
