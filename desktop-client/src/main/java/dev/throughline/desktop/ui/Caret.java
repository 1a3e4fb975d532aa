package dev.throughline.desktop.ui;

import javafx.scene.control.TextInputControl;

/** Leads the caret into fields. On the JavaFX thread. */
public final class Caret {
  private Caret() {}

  /**
   * Gives a field the focus so that keys which are pressed at once reach it. A field takes none
   * before its first styles, and those come with a frame that a fast typist is ahead of.
   */
  public static void into(TextInputControl field) {
    field.applyCss();
    field.requestFocus();
  }
}
