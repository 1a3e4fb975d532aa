package dev.throughline.desktop.shell;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.KeyChord.Held;
import dev.throughline.desktop.ui.KeyPress;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Turns pressed keys into commands. A text in which somebody types keeps what it edits with: plain
 * letters, and the chords every text field knows; those reach a command only when the text leaves
 * them.
 */
public final class CommandKeys {
  private static final Set<String> TEXT_OWNS =
      Set.of("A", "C", "V", "X", "Y", "Z", "Left", "Right", "Home", "End", "Backspace", "Delete");

  private final Commands commands;
  private final Keymap keymap;
  private final BooleanSupplier paused;

  /**
   * @param paused while it holds, keys go to what is shown above the window
   */
  public CommandKeys(Commands commands, Keymap keymap, BooleanSupplier paused) {
    this.commands = commands;
    this.keymap = keymap;
    this.paused = paused;
  }

  public void on(Region window) {
    window.addEventFilter(KeyEvent.KEY_PRESSED, event -> first(window, event));
    window.addEventHandler(KeyEvent.KEY_PRESSED, event -> use(event, KeyPress.pressed(event)));
    window.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(window, event));
  }

  private void first(Region window, KeyEvent event) {
    Optional<KeyChord> chord = KeyPress.pressed(event);
    boolean isTexts = isTyping(window) && chord.filter(CommandKeys::isOfTexts).isPresent();
    if (!isTexts) {
      use(event, chord);
    }
  }

  private void typed(Region window, KeyEvent event) {
    if (!isTyping(window)) {
      use(event, KeyPress.sign(event));
    }
  }

  private void use(KeyEvent event, Optional<KeyChord> chord) {
    if (event.isConsumed() || paused.getAsBoolean()) {
      return;
    }
    Optional<Command> meant = chord.flatMap(keymap::meant);
    if (meant.isPresent()) {
      event.consume();
      commands.use(meant.get());
    }
  }

  private static boolean isTyping(Region window) {
    Node owner = window.getScene() == null ? null : window.getScene().getFocusOwner();
    return owner instanceof TextInputControl text && text.isEditable();
  }

  private static boolean isOfTexts(KeyChord chord) {
    return chord.holds(Held.CTRL) && !chord.holds(Held.ALT) && TEXT_OWNS.contains(chord.key());
  }
}
