package dev.throughline.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The parts of the window that {@code F6} walks through; focus lands on the first control. */
final class Panes {
  private Panes() {}

  /** Moves on from the pane that has the focus, skipping panes that cannot take it. */
  static void next(List<? extends Node> panes, Node focused) {
    int current = -1;
    for (int i = 0; i < panes.size(); i++) {
      if (isInside(focused, panes.get(i))) {
        current = i;
      }
    }
    for (int step = 1; step <= panes.size(); step++) {
      var target = firstControl(panes.get((current + step) % panes.size()));
      if (target.isPresent()) {
        target.get().requestFocus();
        return;
      }
    }
  }

  static Optional<Node> firstControl(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstControl(child).stream())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isInside(Node node, Node pane) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up == pane) {
        return true;
      }
    }
    return false;
  }
}
