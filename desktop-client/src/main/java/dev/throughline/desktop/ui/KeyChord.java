package dev.throughline.desktop.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One press of a key, with what is held down meanwhile. Written {@code Ctrl+Shift+F}; {@code Ctrl}
 * stands for the system's own shortcut key, which is Cmd on a Mac. Letters and digits are what the
 * keyboard prints; a sign that needs Shift, such as {@code ?}, is written as the sign alone.
 */
public record KeyChord(Set<Held> held, String key) {
  /** A key that is held down while another is pressed. */
  public enum Held {
    CTRL("Ctrl"),
    ALT("Alt"),
    SHIFT("Shift");

    private final String word;

    Held(String word) {
      this.word = word;
    }
  }

  private static final Pattern FUNCTION = Pattern.compile("F([1-9]|1[0-2])");
  private static final Pattern SIGN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");
  private static final Set<String> NAMED =
      Set.of(
          "Left",
          "Right",
          "Up",
          "Down",
          "Home",
          "End",
          "PageUp",
          "PageDown",
          "Insert",
          "Delete",
          "Backspace",
          "Enter",
          "Space",
          "Tab",
          "Esc");

  /** Keys that move, write or leave; without Ctrl or Alt they belong to the control in focus. */
  private static final Set<String> BASIC = NAMED;

  public KeyChord {
    held = held.isEmpty() ? Set.of() : Set.copyOf(held);
  }

  /**
   * A chord written by this program.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static KeyChord of(String written) {
    return parse(written)
        .orElseThrow(() -> new IllegalArgumentException("no key is called " + written));
  }

  /** Reads a chord; empty when the text names none. */
  public static Optional<KeyChord> parse(String written) {
    boolean endsInPlus = written.endsWith("++") || written.equals("+");
    String body = endsInPlus ? written.substring(0, written.length() - 1) : written;
    List<String> parts = Arrays.stream(body.split("\\+")).filter(part -> !part.isEmpty()).toList();
    String key = endsInPlus ? "+" : parts.isEmpty() ? "" : parts.getLast();
    List<String> words = endsInPlus || parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
    EnumSet<Held> held = EnumSet.noneOf(Held.class);
    for (String word : words) {
      Optional<Held> one =
          Arrays.stream(Held.values()).filter(known -> known.word.equals(word)).findFirst();
      if (one.isEmpty() || !held.add(one.get())) {
        return Optional.empty();
      }
    }
    return isKey(key)
        ? Optional.of(new KeyChord(held, key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key))
        : Optional.empty();
  }

  private static boolean isKey(String key) {
    return NAMED.contains(key) || FUNCTION.matcher(key).matches() || SIGN.matcher(key).matches();
  }

  public boolean holds(Held one) {
    return held.contains(one);
  }

  /** Whether pressing it in a text would write something there. */
  public boolean isTyped() {
    return key.length() == 1 && !holds(Held.CTRL) && !holds(Held.ALT);
  }

  /** Whether every control needs this for itself, so that no command may have it. */
  public boolean isBasic() {
    return BASIC.contains(key) && !holds(Held.CTRL) && !holds(Held.ALT);
  }

  /** As it is written and kept: {@code Ctrl+Shift+F}. */
  @Override
  public String toString() {
    return held.stream().sorted().map(one -> one.word + "+").collect(Collectors.joining()) + key;
  }

  /** As people are shown it: {@code Ctrl Shift F}. */
  public String shown() {
    return held.stream().sorted().map(one -> one.word + " ").collect(Collectors.joining()) + key;
  }
}
