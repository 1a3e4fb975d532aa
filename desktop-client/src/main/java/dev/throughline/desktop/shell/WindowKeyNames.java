package dev.throughline.desktop.shell;

import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.ShownKeys;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/** What is said of a window's commands beside their buttons: the key, and why one is off. */
final class WindowKeyNames implements ShownKeys {
  private final Commands commands;
  private final Keymap keymap;
  private final Function<String, ObservableValue<Optional<String>>> refusals;

  WindowKeyNames(
      Commands commands,
      Keymap keymap,
      Function<String, ObservableValue<Optional<String>>> refusals) {
    this.commands = commands;
    this.keymap = keymap;
    this.refusals = refusals;
  }

  @Override
  public ObservableValue<Optional<String>> of(String command) {
    return keymap
        .changesProperty()
        .map(_ -> commands.find(command).flatMap(keymap::key).map(KeyChord::shown));
  }

  @Override
  public ObservableValue<Optional<String>> refusal(String command) {
    return refusals.apply(command);
  }

  @Override
  public void refuse(String command) {
    commands.find(command).ifPresent(commands::use);
  }
}
