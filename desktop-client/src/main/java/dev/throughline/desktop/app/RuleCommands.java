package dev.throughline.desktop.app;

import dev.throughline.desktop.approval.SignParts;
import dev.throughline.desktop.approval.SignView;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.rules.ProposeView;
import dev.throughline.desktop.rules.RuleExits;
import dev.throughline.desktop.rules.RuleRow;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.SheetLayer;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Optional;

/** The commands of the rules of signing, and the sheets they lead to. */
final class RuleCommands {
  private final RulesViewModel rules;
  private final ShellViewModel shell;
  private final Chooser chooser;

  private RuleCommands(
      RulesViewModel rules,
      SignParts signing,
      ShellViewModel shell,
      SheetLayer layer,
      Chooser chooser) {
    this.rules = rules;
    this.shell = shell;
    this.chooser = chooser;
    rules.leadTo(
        new RuleExits(
            about -> {
              SignView view = new SignView(signing, about, layer::hide);
              layer.show(view, view::begin);
            },
            row -> {
              ProposeView view = new ProposeView(rules, row, layer::hide);
              layer.show(view, view::begin);
            }));
  }

  /**
   * Those of a window.
   *
   * @param layer where what is proposed and signed is shown
   * @param chooser lets people choose one of the rules
   */
  static List<Command> of(Models models, ShellViewModel shell, SheetLayer layer, Chooser chooser) {
    return new RuleCommands(
            models.settings().rules(), models.planning().signing(), shell, layer, chooser)
        .all();
  }

  private List<Command> all() {
    return List.of(
        Command.named("rule.propose", Group.WORKSPACE, Icon.EDIT)
            .onlyIf(() -> !rules.proposable().isEmpty(), "command.rule.propose.off")
            .does(this::choose),
        Command.named("rule.sign", Group.WORKSPACE, Icon.SIGN)
            .in(Scope.SETTINGS)
            .key("Ctrl+Shift+S")
            .onlyIf(rules::waitsForMe, "command.rule.sign.off")
            .does(rules::sign));
  }

  private void choose() {
    shell.open(PlaceIds.SETTINGS, SettingsSection.RULES.name());
    chooser.choose(
        Texts.text("rule.propose.which"),
        rules.proposable().stream().map(this::choice).toList(),
        Optional.empty());
  }

  private Chooser.Choice choice(RuleRow row) {
    return new Chooser.Choice(
        Icon.SIGN,
        row.name(),
        Texts.text("rule.version", row.rule().version()),
        () -> rules.ask(row));
  }
}
