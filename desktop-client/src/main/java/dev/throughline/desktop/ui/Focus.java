package dev.throughline.desktop.ui;

import javafx.scene.control.Control;

/** Gives the focus to fields and lists. On the JavaFX thread. */
public final class Focus {
  private Focus() {}

  /**
   * Gives a control the focus so that keys which are pressed at once reach it. A control takes none
   * before its first styles, and those come with a frame that a fast typist is ahead of.
   */
  public static void give(Control control) {
    control.applyCss();
    control.requestFocus();
  }
}
