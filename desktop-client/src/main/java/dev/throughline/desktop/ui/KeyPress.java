package dev.throughline.desktop.ui;

import dev.throughline.desktop.ui.KeyChord.Held;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Reads key events as chords. */
public final class KeyPress {
  private static final Map<KeyCode, String> NAMES =
      Map.ofEntries(
          Map.entry(KeyCode.LEFT, "Left"),
          Map.entry(KeyCode.RIGHT, "Right"),
          Map.entry(KeyCode.UP, "Up"),
          Map.entry(KeyCode.DOWN, "Down"),
          Map.entry(KeyCode.HOME, "Home"),
          Map.entry(KeyCode.END, "End"),
          Map.entry(KeyCode.PAGE_UP, "PageUp"),
          Map.entry(KeyCode.PAGE_DOWN, "PageDown"),
          Map.entry(KeyCode.INSERT, "Insert"),
          Map.entry(KeyCode.DELETE, "Delete"),
          Map.entry(KeyCode.BACK_SPACE, "Backspace"),
          Map.entry(KeyCode.ENTER, "Enter"),
          Map.entry(KeyCode.SPACE, "Space"),
          Map.entry(KeyCode.TAB, "Tab"),
          Map.entry(KeyCode.ESCAPE, "Esc"));

  private KeyPress() {}

  /** What was pressed; empty for keys that are held, and for signs, which come when typed. */
  public static Optional<KeyChord> pressed(KeyEvent event) {
    EnumSet<Held> held = EnumSet.noneOf(Held.class);
    if (event.isShortcutDown()) {
      held.add(Held.CTRL);
    }
    if (event.isAltDown()) {
      held.add(Held.ALT);
    }
    if (event.isShiftDown()) {
      held.add(Held.SHIFT);
    }
    return key(event.getCode())
        .map(key -> new KeyChord(held, key))
        .filter(chord -> !chord.isTyped());
  }

  private static Optional<String> key(KeyCode code) {
    if (code.isFunctionKey()) {
      return Optional.of(code.getName());
    }
    String named = NAMES.get(code);
    if (named != null) {
      return Optional.of(named);
    }
    boolean isSign = code.isLetterKey() || code.isDigitKey() || code.getChar().length() == 1;
    String sign = code.getChar().toUpperCase(Locale.ROOT);
    return isSign && !sign.isBlank() && !code.isModifierKey()
        ? KeyChord.parse(sign).map(KeyChord::key)
        : Optional.empty();
  }

  /** What was typed as a chord of its own; Shift counts for letters only. */
  public static Optional<KeyChord> sign(KeyEvent event) {
    String typed = event.getCharacter();
    if (typed.length() != 1 || event.isShortcutDown() || event.isAltDown()) {
      return Optional.empty();
    }
    boolean isShifted = Character.isLetter(typed.charAt(0)) && event.isShiftDown();
    return KeyChord.parse(typed)
        .map(chord -> isShifted ? new KeyChord(Set.of(Held.SHIFT), chord.key()) : chord);
  }
}
