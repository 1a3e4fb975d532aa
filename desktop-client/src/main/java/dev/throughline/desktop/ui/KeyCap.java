package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A key as it is printed on a keyboard. */
public final class KeyCap {
  private KeyCap() {}

  /** A key that is always the same, such as Enter in a field. */
  public static Label of(String key) {
    return Labels.styled(key, "tl-key");
  }

  /** The key of a command, as long as it has one; follows what the person binds. */
  public static Label ofCommand(String command) {
    var cap = of("");
    show(cap, Optional.empty());
    cap.sceneProperty().subscribe(new Following(cap, command)::moved);
    return cap;
  }

  private static void show(Label cap, Optional<String> key) {
    cap.setText(key.orElse(""));
    cap.setVisible(key.isPresent());
    cap.setManaged(key.isPresent());
  }

  /** Follows the keys of the scene it is in. */
  private static final class Following {
    private final Label cap;
    private final String command;
    private Subscription subscription = Subscription.EMPTY;

    Following(Label cap, String command) {
      this.cap = cap;
      this.command = command;
    }

    void moved(@Nullable Scene scene) {
      subscription.unsubscribe();
      subscription =
          ShownKeys.in(scene)
              .map(keys -> keys.of(command).subscribe(key -> show(cap, key)))
              .orElse(Subscription.EMPTY);
    }
  }
}
