package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A button whose command the person may not use: it says why when one points at it, comes to it by
 * keys or presses it. A disabled one could do none of that.
 */
final class RefusedButton {
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final Button button;
  private final String command;
  private final Optional<String> hint;
  private final @Nullable String help;
  private Optional<String> reason = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  private RefusedButton(Button button, String command) {
    this.button = button;
    this.command = command;
    this.hint = Hint.of(button);
    this.help = button.getAccessibleHelp();
  }

  /** Follows what the window says of a command, wherever the button is put. */
  static void follow(Button button, String command) {
    RefusedButton refused = new RefusedButton(button, command);
    button.sceneProperty().subscribe(refused::moved);
    button.addEventFilter(ActionEvent.ACTION, refused::pressed);
  }

  private void moved(@Nullable Scene scene) {
    subscription.unsubscribe();
    subscription =
        ShownKeys.in(scene)
            .map(shown -> shown.refusal(command).subscribe(this::show))
            .orElse(Subscription.EMPTY);
  }

  private void show(Optional<String> now) {
    reason = now;
    button.pseudoClassStateChanged(OFF, now.isPresent());
    Hint.on(button, now.or(() -> hint).orElse(""));
    button.setAccessibleHelp(now.orElse(help));
  }

  private void pressed(ActionEvent event) {
    if (reason.isPresent()) {
      event.consume();
      ShownKeys.in(button.getScene()).ifPresent(shown -> shown.refuse(command));
    }
  }
}
