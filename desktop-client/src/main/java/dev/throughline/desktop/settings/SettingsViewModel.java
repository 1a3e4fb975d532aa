package dev.throughline.desktop.settings;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.device.DevicesViewModel;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.people.AccessViewModel;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.desktop.workspace.WorkspacesViewModel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * State and commands of the Settings place. What is chosen applies at once and is kept right after.
 * Lives as long as the profile is open.
 */
public final class SettingsViewModel {
  private final SettingsParts parts;
  private final Background background;
  private final NameViewModel name;
  private final AccountViewModel account;
  private final AccessViewModel people;
  private final DevicesViewModel devices;
  private final SigningKeysViewModel signing;
  private final WorkspacesViewModel workspaces;
  private final CodeViewModel code;
  private final WorkspaceViewModel workspace;

  public SettingsViewModel(
      SettingsParts parts, Background background, UiThread ui, Consumer<Toast> toasts) {
    this.parts = parts;
    this.background = background;
    this.name = new NameViewModel(parts.preferences(), background, ui);
    this.account = new AccountViewModel(parts.account(), background, ui, toasts);
    this.people = new AccessViewModel(parts.people(), Optional.empty());
    this.devices = new DevicesViewModel(parts.devices());
    this.signing = parts.signing();
    this.workspaces = new WorkspacesViewModel(parts.workspaces());
    this.code = new CodeViewModel(parts.profile(), background, ui, toasts);
    this.workspace =
        new WorkspaceViewModel(parts.samples(), parts.export(), background, ui, toasts);
    themeProperty().subscribe((before, after) -> keepTheme(after));
    scaleProperty().subscribe((before, after) -> keepScale(after.intValue()));
  }

  /** Whether the recovery code is kept somewhere, for the pill and the Sync place. */
  public ReadOnlyBooleanProperty isRecoverySavedProperty() {
    return code.isSavedProperty();
  }

  /** The name others see; empty for none. */
  public ReadOnlyStringProperty displayNameProperty() {
    return name.savedProperty();
  }

  /** To be called when another page has set the name. */
  public void readName() {
    name.refresh();
  }

  ObjectProperty<ThemeChoice> themeProperty() {
    return parts.appearance().theme();
  }

  IntegerProperty scaleProperty() {
    return parts.appearance().scalePercent();
  }

  NameViewModel name() {
    return name;
  }

  AccountViewModel account() {
    return account;
  }

  /** Whether there is a server to sign in to, and nobody has yet. */
  public boolean canSignIn() {
    account.refresh();
    return account.stateProperty().get() == AccountViewModel.State.OUT;
  }

  public boolean isSignedIn() {
    return account.stateProperty().get() == AccountViewModel.State.IN;
  }

  /** Asks in the browser; the account's section tells how it goes. */
  public void signIn() {
    account.signIn();
  }

  public void signOut() {
    account.signOut();
  }

  AccessViewModel people() {
    return people;
  }

  SigningKeysViewModel signing() {
    return signing;
  }

  /** The rules of signing. */
  public RulesViewModel rules() {
    return parts.rules();
  }

  /** The legal holds. */
  public HoldsViewModel holds() {
    return parts.holds();
  }

  DevicesViewModel devices() {
    return devices;
  }

  WorkspacesViewModel workspaces() {
    return workspaces;
  }

  CodeViewModel code() {
    return code;
  }

  WorkspaceViewModel workspace() {
    return workspace;
  }

  Profile profile() {
    return parts.profile();
  }

  About about() {
    return parts.about();
  }

  /** Whether the place is on the screen. Leaving it hides the code and keeps what was typed. */
  void setShowing(boolean showing) {
    if (showing) {
      name.refresh();
      workspace.refresh();
      account.refresh();
      devices.refresh();
      parts.holds().refresh();
      workspaces.refresh();
    } else {
      code.hide();
      workspace.keepSample();
      name.commit();
    }
  }

  private void keepTheme(ThemeChoice theme) {
    background.run(() -> parts.preferences().setTheme(theme.name().toLowerCase(Locale.ROOT)));
  }

  private void keepScale(int percent) {
    background.run(() -> parts.preferences().setScale(percent));
  }
}
