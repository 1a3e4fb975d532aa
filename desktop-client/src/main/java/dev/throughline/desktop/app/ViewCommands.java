package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.TableSort;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Activity;
import java.util.List;
import javafx.scene.Node;

/** The commands that change how the window looks. */
final class ViewCommands {
  private ViewCommands() {}

  static List<Command> of(Theme theme, Activity activity, Node window) {
    return List.of(
        Command.named("view.sort", Group.VIEW, Icon.FILTER)
            .key("Alt+S")
            .onlyIf(() -> TableSort.shown(window).isPresent(), "command.view.sort.off")
            .does(() -> TableSort.shown(window).ifPresent(TableSort::ask)),
        Command.named("view.activity", Group.VIEW, Icon.NOTICES)
            .key("Ctrl+Shift+M")
            .does(activity::toggle),
        theme(theme, "view.theme.system", Icon.COMPUTER, ThemeChoice.SYSTEM),
        theme(theme, "view.theme.light", Icon.LIGHT, ThemeChoice.LIGHT),
        theme(theme, "view.theme.dark", Icon.DARK, ThemeChoice.DARK),
        Command.named("view.larger", Group.VIEW, Icon.TEXT_SIZE)
            .key("Ctrl++")
            .onlyIf(() -> at(theme) < Theme.SCALES.size() - 1, "command.view.larger.off")
            .does(() -> step(theme, 1)),
        Command.named("view.smaller", Group.VIEW, Icon.TEXT_SIZE)
            .key("Ctrl+-")
            .onlyIf(() -> at(theme) > 0, "command.view.smaller.off")
            .does(() -> step(theme, -1)),
        Command.named("view.normal", Group.VIEW, Icon.TEXT_SIZE)
            .key("Ctrl+0")
            .does(() -> theme.scalePercentProperty().set(Theme.SCALES.getFirst())));
  }

  private static Command theme(Theme theme, String id, Icon icon, ThemeChoice choice) {
    return Command.named(id, Group.VIEW, icon)
        .onlyIf(() -> theme.choiceProperty().get() != choice, "command.view.theme.off")
        .does(() -> theme.choiceProperty().set(choice));
  }

  private static int at(Theme theme) {
    return Math.max(0, Theme.SCALES.indexOf(theme.scalePercentProperty().get()));
  }

  private static void step(Theme theme, int by) {
    int next = Math.clamp(at(theme) + by, 0, Theme.SCALES.size() - 1);
    theme.scalePercentProperty().set(Theme.SCALES.get(next));
  }
}
