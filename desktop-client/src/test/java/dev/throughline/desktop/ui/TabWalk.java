package dev.throughline.desktop.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Goes through a window by Tab, as somebody without a mouse does, and lists what only a mouse
 * reaches: buttons, fields and whatever else listens to clicks; also where Tab cannot leave, and
 * where the focus is out of sight. An empty list is a pass. Only on the JavaFX thread; the focus is
 * where it was afterwards.
 */
public final class TabWalk {
  private static final int STEPS_MAX = 1_000;

  private static final double SEEN_FROM = .05;
  private static final double IN_SIGHT_MIN = 8;

  /** What needs no way of its own, by style class, and which other way there is. */
  private static final Map<String, String> OTHER_WAYS =
      Map.of(
          "stamp", "the command play.turn plays from the turn that is looked at",
          "handle", "Alt with the arrows moves a topic",
          "split-pane-divider", "the commands session.notes.wider and narrower",
          "tl-scrim", "Esc closes what stands above the window",
          "tl-palette-line", "the arrows choose a line while the focus is in the field",
          "table-column", "the command view.sort",
          "column-header-background", "of the toolkit: for columns that can be hidden; ours cannot",
          "viewport", "of the toolkit: a press gives a scrolled part the focus",
          "cell", "the arrows choose a line of a list or table, which Tab reaches");

  /** Where a tab is a letter; Ctrl+Tab leaves, and assistive technology says so. */
  private static final String WRITES_TABS = "tl-notes";

  private final Scene scene;
  private final Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> findings = new ArrayList<>();

  private TabWalk(Scene scene) {
    this.scene = scene;
  }

  /** What of a part of the scene keeps somebody out who has no mouse. */
  public static List<String> findings(Scene scene, Node part) {
    var walk = new TabWalk(scene);
    Node before = scene.getFocusOwner();
    Optional<IndexRange> chosen =
        before instanceof TextInputControl words
            ? Optional.of(words.getSelection())
            : Optional.empty();
    walk.goRound();
    walk.visit(part, 1);
    if (before != null) {
      before.requestFocus();
    }
    if (before instanceof TextInputControl words) {
      chosen.ifPresent(range -> words.selectRange(range.getStart(), range.getEnd()));
    }
    return walk.findings.stream().distinct().toList();
  }

  private void goRound() {
    if (scene.getFocusOwner() == null) {
      scene.getRoot().requestFocus();
    }
    int known = 0;
    // Until a whole round brought nothing new: what is shown may follow the focus.
    for (int i = 0; i < STEPS_MAX && known <= reached.size(); i++) {
      Node from = scene.getFocusOwner();
      boolean writesTabs = writesTabs(from);
      press(from, writesTabs);
      if (scene.getFocusOwner() == from) {
        // The first may have taken what was offered.
        press(from, false);
      }
      if (scene.getFocusOwner() == from) {
        press(from, true);
        if (scene.getFocusOwner() != from || writesTabs) {
          findings.add("Tab stays in " + describe(from));
        }
      }
      Node now = scene.getFocusOwner();
      known = reached.add(now) ? 0 : known + 1;
      if (known == 0 && now != null) {
        checkInSight(now);
      }
    }
  }

  private void press(Node on, boolean withControl) {
    Event.fireEvent(
        on == null ? scene.getRoot() : on,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, withControl, false, false));
  }

  private void checkInSight(Node node) {
    scene.getRoot().layout();
    Bounds own = node.localToScene(node.getLayoutBounds());
    Bounds seen = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ScrollPane || up instanceof VirtualFlow<?>) {
        seen = common(seen, up.localToScene(up.getLayoutBounds()));
      }
    }
    Bounds shown = common(seen, own);
    if (shown.getHeight() < Math.min(IN_SIGHT_MIN, own.getHeight())
        || shown.getWidth() < Math.min(IN_SIGHT_MIN, own.getWidth())) {
      findings.add("the focus is out of sight: " + describe(node));
    }
  }

  private static Bounds common(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
        Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
  }

  private void visit(Node node, double opacity) {
    double seen = opacity * node.getOpacity();
    if (!node.isVisible() || node.isDisabled() || seen < SEEN_FROM || isPartOfAControl(node)) {
      return;
    }
    if (isUsed(node) && !reached.contains(node) && otherWay(node).isEmpty()) {
      findings.add("only a mouse reaches " + describe(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, seen));
    }
  }

  private Optional<String> otherWay(Node node) {
    if (node instanceof RadioButton one && one.getToggleGroup() != null) {
      // Tab reaches one of a group, the arrows the others.
      return one.getToggleGroup().getToggles().stream()
          .filter(reached::contains)
          .map(Object::toString)
          .findFirst();
    }
    return node.getStyleClass().stream().filter(OTHER_WAYS::containsKey).findFirst();
  }

  /** Whether a tab is a letter there, so that only Ctrl+Tab leads on. */
  public static boolean writesTabs(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains(WRITES_TABS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUsed(Node node) {
    return isControl(node)
        || node.getOnMouseClicked() != null
        || node.getOnMousePressed() != null
        || node.getOnDragDetected() != null;
  }

  private static boolean isControl(Node node) {
    return switch (node) {
      case ButtonBase _,
          TextInputControl _,
          ComboBoxBase<?> _,
          Slider _,
          Spinner<?> _,
          ListView<?> _,
          TableView<?> _ ->
          true;
      default -> false;
    };
  }

  private static boolean isPartOfAControl(Node node) {
    return switch (node.getParent()) {
      case ButtonBase _, TextInputControl _, ComboBoxBase<?> _, Spinner<?> _, Slider _ -> true;
      case null, default -> node instanceof ScrollBar;
    };
  }

  private static String describe(Node node) {
    return ContrastWalk.describe(node);
  }
}
