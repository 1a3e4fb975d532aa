package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.hold.HoldExits;
import dev.throughline.desktop.hold.HoldRow;
import dev.throughline.desktop.hold.HoldStep;
import dev.throughline.desktop.hold.Holdable;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.hold.ProposeHoldView;
import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.SheetLayer;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands of legal holds, and the sheet on which one is set. */
final class HoldCommands {
  private final HoldsViewModel holds;
  private final ShellViewModel shell;
  private final Chooser chooser;

  private HoldCommands(
      HoldsViewModel holds, ShellViewModel shell, SheetLayer layer, Chooser chooser) {
    this.holds = holds;
    this.shell = shell;
    this.chooser = chooser;
    holds.leadTo(
        new HoldExits(
            this::propose,
            about -> {
              ProposeHoldView view = new ProposeHoldView(holds, about, layer::hide);
              layer.show(view, view::begin);
            }));
  }

  /**
   * Those of a window.
   *
   * @param layer where a hold is set
   * @param chooser lets people choose what it is on, or one of the holds
   */
  static List<Command> of(
      HoldsViewModel holds, ShellViewModel shell, SheetLayer layer, Chooser chooser) {
    return new HoldCommands(holds, shell, layer, chooser).all();
  }

  private List<Command> all() {
    return List.of(
        Command.named("go.holds", Group.GO, Icon.LOCK).does(this::open),
        Command.named("hold.propose", Group.WORKSPACE, Icon.LOCK)
            .when(holds::canPropose)
            .does(this::propose),
        step("hold.confirm", Icon.CHECK, HoldStep.CONFIRM),
        step("hold.release", Icon.UNLOCK, HoldStep.RELEASE),
        step("hold.withdraw", Icon.UNDO, HoldStep.WITHDRAW));
  }

  private void open() {
    shell.open(PlaceIds.SETTINGS, SettingsSection.HOLDS.name());
  }

  private Command step(String id, Icon icon, HoldStep step) {
    return Command.named(id, Group.WORKSPACE, icon)
        .when(() -> holds.can(step))
        .does(() -> choose(id, step));
  }

  private void choose(String id, HoldStep step) {
    open();
    chooser.choose(
        Texts.text("command." + id + ".which"),
        holds.rows(step).stream().map(row -> choice(row, step)).toList(),
        Optional.empty());
  }

  private Chooser.Choice choice(HoldRow row, HoldStep step) {
    return new Chooser.Choice(Icon.LOCK, row.title(), row.reached(), () -> holds.act(row, step));
  }

  private void propose() {
    open();
    holds.choices(
        found -> {
          List<Chooser.Choice> choices = new ArrayList<>();
          choices.add(
              new Chooser.Choice(
                  Icon.SEARCH,
                  Texts.text("hold.elsewhere"),
                  Texts.text("hold.elsewhere.detail"),
                  () -> holds.ask(Optional.empty())));
          found.forEach(one -> choices.add(choice(one)));
          chooser.choose(Texts.text("hold.which"), choices, Optional.empty());
        });
  }

  private Chooser.Choice choice(Holdable one) {
    return new Chooser.Choice(
        one.icon(), one.name(), one.kind(), () -> holds.ask(Optional.of(one)));
  }
}
