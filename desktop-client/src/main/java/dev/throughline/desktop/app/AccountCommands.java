package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.settings.SettingsViewModel;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import java.util.List;

/** Signing in and out from anywhere; how it goes is shown in Settings. */
final class AccountCommands {
  private AccountCommands() {}

  static List<Command> of(ShellViewModel shell, SettingsViewModel settings) {
    return List.of(
        Command.named("account.signIn", Group.WORKSPACE, Icon.PERSON)
            .onlyIf(settings::canSignIn, "command.account.signIn.off")
            .does(() -> run(shell, settings::signIn)),
        Command.named("account.signOut", Group.WORKSPACE, Icon.SIGN_OUT)
            .onlyIf(settings::isSignedIn, "command.account.signOut.off")
            .does(() -> run(shell, settings::signOut)));
  }

  private static void run(ShellViewModel shell, Runnable act) {
    shell.open(PlaceIds.SETTINGS, SettingsSection.ACCOUNT.name());
    act.run();
  }
}
