package dev.throughline.desktop.walkthrough;

import dev.throughline.desktop.ui.PartOfView;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds the live control of each step: the first one of these that is on the screen. */
@PartOfView("Looks controls up in the scene; it shows nothing of its own.")
final class Targets {
  private Targets() {}

  private static List<String> selectors(WalkthroughStep step) {
    return switch (step) {
      case OPEN_INTERVIEW ->
          List.of(
              ".walkthrough-open",
              ".home-recent .tl-row",
              ".library-table .table-row-cell",
              ".library-table",
              ".tl-rail > .place-library");
      case WRITE_NOTE -> List.of(".tl-notes .text-area", ".tl-rail > .place-library");
      case FIND_SENTENCE -> List.of(".tl-find", ".walkthrough-find", ".tl-rail > .place-library");
      case OWN_INTERVIEW -> List.of(".walkthrough-new", ".tl-rail > .place-home");
    };
  }

  /** Empty when no control of the step is on the screen; the words alone have to do then. */
  static Optional<Node> find(Parent window, WalkthroughStep step) {
    return selectors(step).stream()
        .flatMap(selector -> window.lookupAll(selector).stream())
        .filter(Targets::isOnScreen)
        .findFirst();
  }

  private static boolean isOnScreen(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null && node.getLayoutBounds().getWidth() > 0;
  }
}
