package dev.throughline.desktop.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * Walks a scene as a person would see it and lists what keeps someone out: text below 4.5 and icons
 * below 3 on the pixels really behind them, shortened or cut words, focusable nodes without role or
 * name. An empty list is a pass. Only on the JavaFX thread.
 */
public final class ContrastWalk {
  static final double TEXT_MIN = 4.5;
  static final double ICON_MIN = 3;

  /** Nodes fainter than this are not there for the eye, such as actions waiting for a hover. */
  private static final double SEEN_FROM = .05;

  /** A colour that covers less of the ground than this is an edge, not the ground. */
  private static final double GROUND_SHARE_MIN = .15;

  private final Scene scene;
  private final List<Text> texts = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();

  private ContrastWalk(Scene scene) {
    this.scene = scene;
  }

  public static List<String> findings(Scene scene) {
    return findings(scene, scene.getRoot());
  }

  /** The same for one part, such as what stands above a dimmed window. */
  public static List<String> findings(Scene scene, Node part) {
    var walk = new ContrastWalk(scene);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    for (Node around = part; around != null; around = around.getParent()) {
      Walked.met(around);
    }
    walk.visit(part, 1);
    walk.measureContrast();
    return List.copyOf(walk.findings);
  }

  /** Only what is cut or outside the window. */
  static List<String> cut(Scene scene, Node part) {
    var walk = new ContrastWalk(scene);
    walk.visit(part, 1);
    return List.copyOf(walk.findings);
  }

  private void visit(Node node, double opacity) {
    double seen = opacity * node.getOpacity();
    if (!node.isVisible() || seen < SEEN_FROM) {
      return;
    }
    Walked.met(node);
    checkFocusable(node);
    if (node instanceof Labeled labeled && isShortened(labeled) && !isToldWhole(labeled)) {
      findings.add("shortened: " + describe(node) + " \"" + labeled.getText() + "\"");
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(text);
      checkInside(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, seen));
    }
  }

  /** A cell for an icon has no words that could be cut. */
  private static boolean isShortened(Labeled labeled) {
    return labeled.isTextTruncated() && !nothing(labeled.getText());
  }

  /** A person's own long text may be cut in a list, as long as its tooltip says all of it. */
  private static boolean isToldWhole(Labeled labeled) {
    Control told = labeled.getParent() instanceof ComboBoxBase<?> box ? box : labeled;
    return Hint.of(told).filter(labeled.getText()::equals).isPresent();
  }

  private void checkFocusable(Node node) {
    if (!node.isFocusTraversable() || node.isDisabled()) {
      return;
    }
    var role = node.getAccessibleRole();
    if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
      findings.add("no role: " + describe(node));
    }
    var name = node.getAccessibleText();
    boolean labeled = node instanceof Labeled label && !nothing(label.getText());
    if (nothing(name) && !labeled) {
      findings.add("no name: " + describe(node));
    }
  }

  private void checkInside(Text text) {
    if (isScrolled(text)) {
      return;
    }
    var bounds = text.localToScene(text.getLayoutBounds());
    boolean inside =
        bounds.getMinX() >= -1
            && bounds.getMinY() >= -1
            && bounds.getMaxX() <= scene.getWidth() + 1
            && bounds.getMaxY() <= scene.getHeight() + 1;
    if (!inside) {
      findings.add("outside the window: " + describe(text) + " \"" + text.getText() + "\"");
    }
  }

  /** Pictures the scene without its words, so that only the ground behind each is left. */
  private void measureContrast() {
    Map<Text, Double> opacities = new HashMap<>();
    texts.forEach(text -> opacities.put(text, text.getOpacity()));
    texts.forEach(text -> text.setOpacity(0));
    var ground = Snapshot.image(scene).getPixelReader();
    texts.forEach(text -> text.setOpacity(opacities.getOrDefault(text, 1.0)));
    texts.forEach(text -> measure(text, ground));
  }

  private void measure(Text text, PixelReader ground) {
    boolean icon = text.getStyleClass().contains(Icon.STYLE_CLASS);
    double wanted = icon ? ICON_MIN : TEXT_MIN;
    if (!(text.getFill() instanceof Color fill)) {
      return;
    }
    for (Color behind : grounds(text, ground)) {
      double ratio = ratio(over(fill, effectiveOpacity(text), behind), behind);
      if (ratio < wanted) {
        findings.add(
            String.format(
                Locale.ROOT,
                "contrast %.2f below %.1f: %s \"%s\" %s on %s",
                ratio,
                wanted,
                describe(text),
                icon ? "icon" : text.getText(),
                fill,
                behind));
      }
    }
  }

  private List<Color> grounds(Text text, PixelReader ground) {
    var bounds = visibleBounds(text);
    Map<Integer, Integer> colours = new HashMap<>();
    int all = 0;
    for (int y = (int) Math.max(0, bounds[1]); y < Math.min(scene.getHeight(), bounds[3]); y++) {
      for (int x = (int) Math.max(0, bounds[0]); x < Math.min(scene.getWidth(), bounds[2]); x++) {
        colours.merge(ground.getArgb(x, y), 1, Integer::sum);
        all++;
      }
    }
    double enough = all * GROUND_SHARE_MIN;
    return colours.entrySet().stream()
        .filter(entry -> entry.getValue() >= enough)
        .map(entry -> colour(entry.getKey()))
        .toList();
  }

  /** Left, top, right, bottom in the scene, as far as no ancestor's clip cuts them off. */
  private static double[] visibleBounds(Text text) {
    var own = text.localToScene(text.getLayoutBounds());
    double[] box = {own.getMinX(), own.getMinY(), own.getMaxX(), own.getMaxY()};
    for (Node up = text; up != null; up = up.getParent()) {
      if (up.getClip() != null) {
        Bounds clip = up.localToScene(up.getClip().getBoundsInParent());
        box[0] = Math.max(box[0], clip.getMinX());
        box[1] = Math.max(box[1], clip.getMinY());
        box[2] = Math.min(box[2], clip.getMaxX());
        box[3] = Math.min(box[3], clip.getMaxY());
      }
    }
    return box;
  }

  private static double effectiveOpacity(Node node) {
    double opacity = 1;
    for (Node up = node; up != null; up = up.getParent()) {
      opacity *= up.getOpacity();
    }
    return opacity;
  }

  private static Color over(Color fill, double opacity, Color behind) {
    return behind.interpolate(
        Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity() * opacity);
  }

  /** The contrast ratio of WCAG 2. */
  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  private static double luminance(Color colour) {
    return .2126 * linear(colour.getRed())
        + .7152 * linear(colour.getGreen())
        + .0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
  }

  private static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
  }

  private static boolean isScrolled(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up instanceof ScrollPane || up instanceof VirtualFlow) {
        return true;
      }
    }
    return false;
  }

  private static boolean nothing(String text) {
    return text == null || text.isBlank();
  }

  /** Names a node by its class and style classes, and those around it. */
  static String describe(Node node) {
    var words = new StringBuilder();
    for (Node up = node; up != null && words.length() < 80; up = up.getParent()) {
      words.append(words.isEmpty() ? "" : " in ");
      words.append(up.getClass().getSimpleName());
      up.getStyleClass().forEach(name -> words.append('.').append(name));
    }
    return words.toString();
  }
}
