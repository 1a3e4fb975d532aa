package dev.throughline.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** Pictures of scenes, with or without a display. Only on the JavaFX thread. */
public final class Snapshot {
  private Snapshot() {}

  /** A scene of this size in these looks, laid out and ready to be pictured. */
  public static Scene scene(Parent root, Theme theme, double width, double height) {
    var scene = new Scene(root, width, height);
    theme.dress(scene);
    root.applyCss();
    root.layout();
    return scene;
  }

  public static WritableImage image(Scene scene) {
    var cached = new ArrayList<Node>();
    collectCached(scene.getRoot(), cached);
    cached.forEach(node -> node.setCache(false));
    var image = scene.snapshot(null);
    cached.forEach(node -> node.setCache(true));
    return image;
  }

  /** Scroll panes keep a bitmap of their content, which a scene without a window never renews. */
  private static void collectCached(Parent parent, List<Node> cached) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isCache()) {
        cached.add(child);
      }
      if (child instanceof Parent inner) {
        collectCached(inner, cached);
      }
    }
  }

  /** Pictures the scene as it stands, shown or not. */
  public static void write(Scene scene, Path png) {
    try {
      PngFile.write(image(scene), png);
    } catch (IOException failure) {
      throw new UncheckedIOException("No picture at " + png, failure);
    }
  }

  /** Pictures a screen that is in no scene yet. */
  public static void write(Parent root, Theme theme, double width, double height, Path png) {
    write(scene(root, theme, width, height), png);
  }
}
