package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/** The commands that lead somewhere in the window. */
final class GoCommands {
  /** Places that have a digit as key. */
  private static final int NUMBERED_MAX = 9;

  private GoCommands() {}

  static List<Command> of(
      ShellViewModel shell, PaletteViewModel palette, Runnable nextPane, Runnable find) {
    List<Command> all = new ArrayList<>(ways(palette));
    all.addAll(places(shell));
    all.add(Command.named("go.find", Group.GO, Icon.SEARCH).key("Ctrl+Shift+F").does(find));
    all.add(
        Command.named("go.back", Group.GO, Icon.BACK)
            .key("Alt+Left")
            .onlyIf(shell.backOpenProperty()::get, "command.go.back.off")
            .does(shell::back));
    all.add(
        Command.named("go.forward", Group.GO, Icon.FORWARD)
            .key("Alt+Right")
            .onlyIf(shell.forwardOpenProperty()::get, "command.go.forward.off")
            .does(shell::forward));
    all.add(Command.named("go.nextPane", Group.GO, Icon.PANES).key("F6").does(nextPane));
    return all;
  }

  private static List<Command> ways(PaletteViewModel palette) {
    return List.of(
        Command.named("go.palette", Group.GO, Icon.PALETTE)
            .key("Ctrl+K")
            .does(() -> palette.open(PaletteViewModel.Mode.EVERYTHING)),
        Command.named("go.object", Group.GO, Icon.SEARCH)
            .key("Ctrl+P")
            .does(() -> palette.open(PaletteViewModel.Mode.THINGS)));
  }

  private static List<Command> places(ShellViewModel shell) {
    List<Command> all = new ArrayList<>();
    for (Place place : shell.places()) {
      if (place.end() == Place.End.NOWHERE) {
        continue;
      }
      Command.Draft draft =
          Command.named(
              "go." + place.id(),
              Texts.text("command.go.place", place.title()),
              Group.GO,
              place.icon());
      if (all.size() < NUMBERED_MAX) {
        draft.key(place.id().equals(PlaceIds.SETTINGS) ? "Ctrl+," : "Ctrl+" + (all.size() + 1));
      }
      all.add(draft.does(() -> shell.open(place.id())));
    }
    return all;
  }
}
