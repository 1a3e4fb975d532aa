package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.ui.Icon;
import java.util.List;

/** What can be done with the interviews that are chosen in the library. */
final class ChosenCommands {
  private ChosenCommands() {}

  static List<Command> of(LibraryPages library) {
    return List.of(
        named("library.chosen.study", Icon.STUDY, library).does(library::moveChosen),
        named("library.chosen.status", Icon.CHECK, library).does(library::markChosen),
        named("library.chosen.trash", Icon.DELETE, library).does(library::trashChosen));
  }

  private static Command.Draft named(String id, Icon icon, LibraryPages library) {
    return Command.named(id, Group.LIBRARY, icon)
        .in(Scope.LIBRARY)
        .onlyIf(library::hasChosen, "command.library.chosen.off");
  }
}
