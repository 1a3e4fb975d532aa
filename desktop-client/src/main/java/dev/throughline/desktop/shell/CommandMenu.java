package dev.throughline.desktop.shell;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Commands as menu entries: name, key, and for what cannot be used now the reason. */
public final class CommandMenu {
  private final Commands commands;
  private final Keymap keymap;

  public CommandMenu(Commands commands, Keymap keymap) {
    this.commands = commands;
    this.keymap = keymap;
  }

  /** Everything that means something where the person is, one submenu a group. */
  public ContextMenu build() {
    ContextMenu menu = new ContextMenu();
    for (Group group : Group.values()) {
      List<MenuItem> items = new ArrayList<>();
      commands.all().stream()
          .filter(command -> command.group() == group && commands.isHere(command))
          .map(this::item)
          .forEach(items::add);
      if (!items.isEmpty()) {
        Menu sub = new Menu(group.title());
        sub.getItems().setAll(items);
        menu.getItems().add(sub);
      }
    }
    return menu;
  }

  /** One command as an entry of any menu. */
  public MenuItem item(Command command) {
    Label name = Labels.body(command.name());
    HBox line = new HBox(command.icon().line(), name, Spaces.grow());
    keymap.key(command).ifPresent(key -> line.getChildren().add(KeyCap.of(key.shown())));
    line.getStyleClass().add("tl-menu-line");
    CustomMenuItem item =
        switch (command.availability()) {
          case Availability.Ready _ -> new CustomMenuItem(line, true);
          case Availability.Off(String reason) -> {
            VBox both = new VBox(line, Labels.small(reason));
            both.getStyleClass().add("tl-menu-off");
            CustomMenuItem off = new CustomMenuItem(both, true);
            off.setDisable(true);
            yield off;
          }
        };
    item.setText(spoken(command));
    item.setOnAction(_ -> commands.use(command));
    return item;
  }

  private static String spoken(Command command) {
    return switch (command.availability()) {
      case Availability.Ready _ -> command.name();
      case Availability.Off(String reason) ->
          Texts.text("command.off.spoken", command.name(), reason);
    };
  }
}
