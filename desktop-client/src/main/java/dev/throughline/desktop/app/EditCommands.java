package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.ui.Icon;
import java.util.List;

/** Undo and redo of what commands did. */
final class EditCommands {
  private EditCommands() {}

  static List<Command> of(UndoCommands undo) {
    return List.of(
        Command.named("edit.undo", Group.EDIT, Icon.UNDO)
            .key("Ctrl+Z")
            .onlyIf(() -> undo.log().undoLabel().isPresent(), "command.edit.undo.off")
            .does(undo::undo),
        Command.named("edit.redo", Group.EDIT, Icon.REDO)
            .key("Ctrl+Shift+Z")
            .onlyIf(() -> undo.log().redoLabel().isPresent(), "command.edit.redo.off")
            .does(undo::redo));
  }
}
