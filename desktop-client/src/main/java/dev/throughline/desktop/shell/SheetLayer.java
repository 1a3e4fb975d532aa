package dev.throughline.desktop.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * A sheet above the dimmed window, for what is signed. The focus stays on it while it is there, and
 * goes back where it was; keys of the window wait meanwhile.
 */
public final class SheetLayer extends StackPane {
  private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper(this, "showing");
  private final ChangeListener<Node> keep = (_, _, now) -> keep(now);
  private Optional<Node> before = Optional.empty();

  SheetLayer() {
    getStyleClass().add("tl-scrim");
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(showing);
  }

  /** Whether there is a sheet. */
  public ReadOnlyBooleanProperty showingProperty() {
    return showing.getReadOnlyProperty();
  }

  /**
   * Shows a sheet in the place of one that was there.
   *
   * @param begin gives the focus to its first question
   */
  public void show(Node sheet, Runnable begin) {
    hide();
    Scene scene = getScene();
    before = Optional.ofNullable(scene).map(Scene::getFocusOwner);
    getChildren().setAll(sheet);
    showing.set(true);
    applyCss();
    layout();
    begin.run();
    if (scene != null) {
      scene.focusOwnerProperty().addListener(keep);
    }
  }

  public void hide() {
    if (!showing.get()) {
      return;
    }
    Scene scene = getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keep);
    }
    showing.set(false);
    getChildren().clear();
    before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  /** What is behind the sheet does not take the focus. */
  private void keep(Node now) {
    if (now == null || !showing.get() || isWithin(now)) {
      return;
    }
    lookupAll(".radio-button, .button, .text-field").stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isWithin(node))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private boolean isWithin(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }
}
