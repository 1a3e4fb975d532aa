package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Every command of one window: the registry, the keys, and the lists that fill it. */
final class WindowCommands {
  private final Commands commands;
  private final Keymap keymap;
  private final Consumer<Toast> toasts;
  private final CommandRights rights;

  WindowCommands(
      ShellViewModel shell,
      ClientSettings settings,
      Permissions permissions,
      Consumer<Toast> toasts) {
    this.toasts = toasts;
    this.rights = new CommandRights(permissions);
    this.commands =
        new Commands(() -> WindowScopes.at(shell.locationProperty().get()), this::refuse);
    this.keymap = new Keymap(commands, settings.keys(), settings::setKeys);
  }

  Commands commands() {
    return commands;
  }

  Keymap keymap() {
    return keymap;
  }

  /** Why a command may not be used for want of a right. */
  ObservableValue<Optional<String>> refusal(String command) {
    return rights.refusal(command);
  }

  void add(List<Command> all) {
    commands.add(rights.guard(all));
  }

  /** What can be done with interviews and with the workspace from anywhere. */
  static List<Command> general(Models models, LibraryPages library) {
    return List.of(
        Command.named("interview.new", Group.INTERVIEW, Icon.ADD)
            .key("Ctrl+N")
            .does(models.library()::newInterview),
        Command.named("library.find", Group.LIBRARY, Icon.FILTER)
            .in(Scope.LIBRARY)
            .key("Ctrl+F")
            .does(library::find),
        Command.named("library.clear", Group.LIBRARY, Icon.CLOSE)
            .in(Scope.LIBRARY)
            .key("Ctrl+Shift+L")
            .onlyIf(models.library()::isNarrowed, "command.library.clear.off")
            .does(models.library()::clear),
        Command.named("library.import", Group.LIBRARY, Icon.IMPORT)
            .in(Scope.LIBRARY)
            .key("Ctrl+I")
            .does(library::chooseFiles),
        Command.named("library.import.folder", Group.WORKSPACE, Icon.IMPORT)
            .in(Scope.LIBRARY)
            .does(library::chooseFolder),
        Command.named("library.export", Group.WORKSPACE, Icon.EXPORT).does(library::chooseExport),
        Command.named("library.export.file", Group.WORKSPACE, Icon.EXPORT)
            .does(library::chooseExportFile),
        Command.named("index.rebuild", Group.WORKSPACE, Icon.SEARCH)
            .onlyIf(() -> models.index().progress().isComplete(), "command.index.rebuild.off")
            .does(models.index()::rebuild),
        Command.named("sync.now", Group.WORKSPACE, Icon.SYNC)
            .onlyIf(() -> models.library().hasServer().getValue(), "command.sync.now.off")
            .does(models.outbox()::tryNow),
        Command.named("sync.pause", Group.WORKSPACE, Icon.PAUSE)
            .onlyIf(() -> models.library().hasServer().getValue(), "command.sync.now.off")
            .does(models.outbox()::pauseOrResume));
  }

  private void refuse(Command command) {
    if (command.availability() instanceof Availability.Off(String reason)) {
      toasts.accept(
          new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("command.refused", command.name()),
              reason,
              List.of()));
    }
  }
}
