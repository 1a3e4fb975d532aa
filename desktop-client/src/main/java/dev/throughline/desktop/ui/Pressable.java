package dev.throughline.desktop.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/** Turns a composed region into a button: mouse, Enter, Space, focus, role and name. */
public final class Pressable {
  private static final String STYLE_CLASS = "tl-pressable";

  private Pressable() {}

  /** Makes the region a button of that name; it may be made another by its accessible text. */
  public static void make(Region region, String name, Runnable press) {
    region.getStyleClass().add(STYLE_CLASS);
    region.setFocusTraversable(true);
    region.setAccessibleRole(AccessibleRole.BUTTON);
    region.setAccessibleText(name);
    region.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            region.requestFocus();
            press.run();
          }
        });
    region.setOnKeyPressed(event -> press(region, event, press));
  }

  /** Keys meant for a button inside the region are left to it. */
  private static void press(Region region, KeyEvent event, Runnable press) {
    boolean opens = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    if (opens && event.getTarget() == region) {
      press.run();
      event.consume();
    }
  }
}
