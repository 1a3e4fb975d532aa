package dev.throughline.desktop.command;

import dev.throughline.desktop.ui.KeyChord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Which key each command has: its own, or the one the person chose. On the UI thread. */
public final class Keymap {
  /** Chords that write or move in every text; a command may not take them away. */
  private static final List<KeyChord> EDITING =
      List.of("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Backspace", "Ctrl+Delete").stream()
          .map(KeyChord::of)
          .toList();

  /** What became of giving a command a key. */
  public sealed interface Rebinding {
    record Bound() implements Rebinding {}

    /** Another command has the key where both could be meant. */
    record Taken(Command by) implements Rebinding {}

    /** No command may have this key. */
    record Reserved() implements Rebinding {}
  }

  private final Commands commands;
  private final Consumer<Map<String, String>> keep;
  private final Map<String, String> chosen;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

  /**
   * @param chosen what the person chose before: command id to chord, an empty text for none
   * @param keep writes what is chosen from now on
   */
  public Keymap(Commands commands, Map<String, String> chosen, Consumer<Map<String, String>> keep) {
    this.commands = commands;
    this.chosen = new TreeMap<>(chosen);
    this.keep = keep;
  }

  /** Rises with every change, for whoever shows keys. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** The key of a command; what cannot be read counts as not chosen. */
  public Optional<KeyChord> key(Command command) {
    String written = chosen.get(command.id());
    if (written == null) {
      return command.key();
    }
    return written.isEmpty() ? Optional.empty() : KeyChord.parse(written).or(command::key);
  }

  /** The command a key means where the person is; a narrower scope goes before everywhere. */
  public Optional<Command> meant(KeyChord chord) {
    Optional<Command> wide = Optional.empty();
    for (Command command : commands.all()) {
      if (commands.isHere(command) && key(command).filter(chord::equals).isPresent()) {
        if (command.scope() != Scope.EVERYWHERE) {
          return Optional.of(command);
        }
        wide = Optional.of(command);
      }
    }
    return wide;
  }

  /** Gives a command a key, unless that would take it from another. */
  public Rebinding bind(Command command, KeyChord chord) {
    if (chord.isBasic() || EDITING.contains(chord)) {
      return new Rebinding.Reserved();
    }
    Optional<Command> other = owner(command, chord);
    if (other.isPresent()) {
      return new Rebinding.Taken(other.get());
    }
    put(command, chord.toString());
    return new Rebinding.Bound();
  }

  private Optional<Command> owner(Command asking, KeyChord chord) {
    return commands.all().stream()
        .filter(other -> !other.id().equals(asking.id()))
        .filter(other -> other.scope().meets(asking.scope()))
        .filter(other -> key(other).filter(chord::equals).isPresent())
        .filter(other -> !isMadeSo(asking, other, chord))
        .findFirst();
  }

  /** Some keys are a page's own besides one of everywhere, such as the one for something new. */
  private static boolean isMadeSo(Command one, Command other, KeyChord chord) {
    return one.scope() != other.scope()
        && one.key().filter(chord::equals).isPresent()
        && other.key().filter(chord::equals).isPresent();
  }

  /** Gives a command a key that another had, which then has none. */
  public void takeOver(Command command, KeyChord chord) {
    for (Optional<Command> other = owner(command, chord);
        other.isPresent();
        other = owner(command, chord)) {
      put(other.get(), "");
    }
    put(command, chord.toString());
  }

  /** Leaves the command without a key. */
  public void clear(Command command) {
    put(command, "");
  }

  /** Gives the command its own key back, unless another has it by now. */
  public Rebinding reset(Command command) {
    if (command.key().isEmpty()) {
      put(command, "");
      return new Rebinding.Bound();
    }
    return bind(command, command.key().get());
  }

  /** Gives every command its own key back. */
  public void resetAll() {
    chosen.clear();
    changed();
  }

  public boolean isChosen(Command command) {
    return chosen.containsKey(command.id());
  }

  private void put(Command command, String chord) {
    if (chord.equals(command.key().map(KeyChord::toString).orElse(""))) {
      chosen.remove(command.id());
    } else {
      chosen.put(command.id(), chord);
    }
    changed();
  }

  private void changed() {
    keep.accept(Map.copyOf(chosen));
    changes.set(changes.get() + 1);
  }
}
