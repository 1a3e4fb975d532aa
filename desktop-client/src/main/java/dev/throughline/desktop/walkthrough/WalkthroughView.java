package dev.throughline.desktop.walkthrough;

import dev.throughline.desktop.ui.notice.Announcer;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the whole window and shows the current step: the control lit, the words beside it. All
 * input goes to what lies below; only the callout itself takes any. Nothing in it moves by itself,
 * so there is nothing to still for people who want less motion.
 */
public final class WalkthroughView extends Pane {
  private final Walkthrough model;
  private final Parent window;
  private final Spotlight light = new Spotlight();
  private final CalloutView callout;
  private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper(this, "spoken", "");
  private final Runnable follow = this::follow;
  private Optional<Bounds> lit = Optional.empty();

  /** To be laid over the window it looks for its controls in. */
  public WalkthroughView(Walkthrough model, StackPane window) {
    this.model = model;
    this.window = window;
    this.callout = new CalloutView(model);
    getStyleClass().add("walkthrough");
    setPickOnBounds(false);
    getChildren().addAll(light, callout, new Announcer(spoken.getReadOnlyProperty()));
    sceneProperty().subscribe(this::moved);
    model.stepProperty().subscribe(step -> show(step));
    window.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  /** Whatever has the focus takes Esc first; what is left of it skips. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.stepProperty().get().isPresent()) {
      model.skip();
      event.consume();
    }
  }

  private void show(Optional<WalkthroughStep> step) {
    boolean hadFocus = getScene() != null && isInside(getScene().getFocusOwner());
    setVisible(step.isPresent());
    lit = Optional.empty();
    if (step.isEmpty()) {
      light.dark();
      spoken.set("");
      return;
    }
    spoken.set(callout.show(step.get()));
    requestLayout();
    if (hadFocus) {
      Targets.find(window, step.get()).ifPresent(Node::requestFocus);
    }
  }

  private boolean isInside(@Nullable Node node) {
    for (@Nullable Node up = node; up != null; up = up.getParent()) {
      if (up == this) {
        return true;
      }
    }
    return false;
  }

  /** After every layout: the control may have moved, come or gone. */
  private void follow() {
    Optional<WalkthroughStep> step = model.stepProperty().get();
    if (step.isEmpty()) {
      return;
    }
    Optional<Bounds> now =
        Targets.find(window, step.get())
            .map(node -> sceneToLocal(node.localToScene(node.getBoundsInLocal())))
            .filter(bounds -> bounds.intersects(getLayoutBounds()));
    Optional<Bounds> wanted = now.or(() -> Optional.of(new BoundingBox(0, 0, 0, 0)));
    if (!wanted.equals(lit)) {
      lit = wanted;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    light.resizeRelocate(0, 0, getWidth(), getHeight());
    double em = callout.em();
    double width = Math.min(callout.prefWidth(-1), getWidth() - 2 * em);
    callout.resize(width, callout.prefHeight(width));
    Bounds at = lit.orElse(new BoundingBox(0, 0, 0, 0));
    if (at.getWidth() > 0) {
      light.light(at, em);
    } else {
      light.dark();
    }
    Beside.place(callout, at, getWidth(), getHeight(), em);
  }
}
