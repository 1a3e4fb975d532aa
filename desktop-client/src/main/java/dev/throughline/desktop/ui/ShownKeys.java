package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * What a window shows beside the buttons of its commands: the key, and why one may not be used. A
 * window that has commands puts it on its root; buttons find it there, so that they follow what the
 * person binds and may do.
 */
@FunctionalInterface
public interface ShownKeys {
  /** The key of a command as it is shown, such as {@code Ctrl K}; empty when it has none. */
  ObservableValue<Optional<String>> of(String command);

  /** Why the person may not use a command; empty when they may. */
  default ObservableValue<Optional<String>> refusal(String command) {
    return new SimpleObjectProperty<>(Optional.empty());
  }

  /** The button of a command that may not be used was pressed: tells why. */
  default void refuse(String command) {}

  /** Makes these the keys of every scene this is the root of. */
  default void on(Parent root) {
    root.getProperties().put(ShownKeys.class, this);
  }

  /** The keys of the scene, or of the window a popup belongs to. */
  static Optional<ShownKeys> in(@Nullable Scene scene) {
    Scene at = scene;
    while (at != null) {
      if (at.getRoot().getProperties().get(ShownKeys.class) instanceof ShownKeys keys) {
        return Optional.of(keys);
      }
      Window window = at.getWindow();
      at =
          window instanceof PopupWindow popup && popup.getOwnerWindow() != null
              ? popup.getOwnerWindow().getScene()
              : null;
    }
    return Optional.empty();
  }
}
