package dev.throughline.desktop.ui;

import javafx.scene.control.Label;

/** A key as it is printed on a keyboard. */
public final class KeyCap {
  private KeyCap() {}

  public static Label of(String key) {
    return Labels.styled(key, "tl-key");
  }
}
