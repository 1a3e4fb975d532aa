package dev.throughline.desktop.shell;

import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.ShownKeys;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The keys of a window's commands as they are shown beside buttons. */
final class WindowKeyNames implements ShownKeys {
  private final Commands commands;
  private final Keymap keymap;

  WindowKeyNames(Commands commands, Keymap keymap) {
    this.commands = commands;
    this.keymap = keymap;
  }

  @Override
  public ObservableValue<Optional<String>> of(String command) {
    return keymap
        .changesProperty()
        .map(_ -> commands.find(command).flatMap(keymap::key).map(KeyChord::shown));
  }
}
