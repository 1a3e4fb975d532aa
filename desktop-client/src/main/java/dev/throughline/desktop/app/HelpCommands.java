package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.walkthrough.Walkthrough;
import java.util.List;

/** The commands that explain the others. */
final class HelpCommands {
  private HelpCommands() {}

  static List<Command> of(ShellViewModel shell, PaletteViewModel palette, Walkthrough walkthrough) {
    return List.of(
        Command.named("help.walkthrough", Group.HELP, Icon.SAMPLE).does(walkthrough::begin),
        Command.named("help.keys", Group.HELP, Icon.KEYBOARD)
            .key("?")
            .does(() -> shell.open(PlaceIds.SETTINGS, SettingsSection.KEYS.name())),
        Command.named("help.commands", Group.HELP, Icon.PALETTE)
            .key("F1")
            .does(() -> palette.open(PaletteViewModel.Mode.COMMANDS)));
  }
}
