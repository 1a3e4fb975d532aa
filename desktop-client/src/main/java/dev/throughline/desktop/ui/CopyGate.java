package dev.throughline.desktop.ui;

import javafx.scene.Node;

/**
 * Says of a part of a window where the words in it go when they are copied. The nearest gate above
 * a node counts; without one words go to the clipboard of the system.
 */
public final class CopyGate {
  private static final Clips OPEN = new FxClipboard();

  private CopyGate() {}

  /** Puts a gate on a part. */
  public static <T extends Node> T on(T part, Clips clips) {
    part.getProperties().put(CopyGate.class, clips);
    return part;
  }

  /** The gate that stands above a node. */
  public static Clips above(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.hasProperties() && at.getProperties().get(CopyGate.class) instanceof Clips clips) {
        return clips;
      }
    }
    return OPEN;
  }
}
