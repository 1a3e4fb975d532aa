package dev.throughline.desktop.settings;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which key does what, and how a person gives a command another key. On the UI thread. */
public final class KeysViewModel {
  /** A command with its key as they are listed. */
  record Line(Command command, Optional<KeyChord> key, boolean isChosen) {}

  /** What is being asked about one command. */
  sealed interface Asking {
    /** Nothing. */
    record Nothing() implements Asking {}

    /** Its new key is to be pressed. */
    record ForKey(String command) implements Asking {}

    /** The key that was pressed belongs to another. */
    record ToTakeOver(String command, KeyChord chord, Command from) implements Asking {}

    /** The key that was pressed can be no command's. */
    record Refused(String command, KeyChord chord) implements Asking {}
  }

  private final Commands commands;
  private final Keymap keymap;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Asking> asking =
      new ReadOnlyObjectWrapper<>(this, "asking", new Asking.Nothing());

  public KeysViewModel(Commands commands, Keymap keymap) {
    this.commands = commands;
    this.keymap = keymap;
    typed.subscribe(this::list);
    keymap.changesProperty().subscribe(_ -> list());
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** The commands whose name, place or key holds what is typed. */
  ObservableList<Line> lines() {
    return lines;
  }

  ReadOnlyObjectProperty<Asking> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  private void list() {
    String wanted = typed.get().strip().toLowerCase(Locale.ROOT);
    List<Line> fresh =
        commands.all().stream()
            .map(command -> new Line(command, keymap.key(command), keymap.isChosen(command)))
            .filter(line -> searched(line).contains(wanted))
            .toList();
    if (!fresh.equals(lines)) {
      lines.setAll(fresh);
    }
  }

  private static String searched(Line line) {
    String key = line.key().map(chord -> chord + " " + chord.shown()).orElse("");
    return String.join(
            " ",
            line.command().name(),
            line.command().group().title(),
            line.command().scope().words(),
            key)
        .toLowerCase(Locale.ROOT);
  }

  void ask(Command command) {
    asking.set(new Asking.ForKey(command.id()));
  }

  void stopAsking() {
    asking.set(new Asking.Nothing());
  }

  /** Takes the chord that was pressed for a command. */
  void press(Command command, KeyChord chord) {
    asking.set(
        switch (keymap.bind(command, chord)) {
          case Keymap.Rebinding.Bound() -> new Asking.Nothing();
          case Keymap.Rebinding.Taken(Command by) -> new Asking.ToTakeOver(command.id(), chord, by);
          case Keymap.Rebinding.Reserved() -> new Asking.Refused(command.id(), chord);
        });
  }

  /** Gives the command the key it was asked about; the other has none then. */
  void takeOver(Command command, KeyChord chord) {
    keymap.takeOver(command, chord);
    stopAsking();
  }

  void clear(Command command) {
    keymap.clear(command);
    stopAsking();
  }

  /** Gives the command its own key back, or says who has it by now. */
  void reset(Command command) {
    asking.set(
        switch (keymap.reset(command)) {
          case Keymap.Rebinding.Taken(Command by) ->
              new Asking.ToTakeOver(command.id(), command.key().orElseThrow(), by);
          case Keymap.Rebinding.Bound(), Keymap.Rebinding.Reserved() -> new Asking.Nothing();
        });
  }

  void resetAll() {
    keymap.resetAll();
    stopAsking();
  }

  /** What is asked about this command, in a sentence; empty for nothing. */
  String question(Command command) {
    return switch (asking.get()) {
      case Asking.ForKey(String id) when id.equals(command.id()) ->
          Texts.text("settings.keys.press");
      case Asking.ToTakeOver(String id, KeyChord chord, Command from)
          when id.equals(command.id()) ->
          Texts.text("settings.keys.taken", chord.shown(), from.name(), from.scope().words());
      case Asking.Refused(String id, KeyChord chord) when id.equals(command.id()) ->
          Texts.text("settings.keys.reserved", chord.shown());
      case Asking _ -> "";
    };
  }
}
