package dev.throughline.desktop.settings;

import dev.throughline.desktop.settings.AccountViewModel.State;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Who is signed in, and the way in and out. */
final class AccountSection extends SettingSection {
  private final Button signIn;
  private final Button copy;
  private final Button cancel;
  private final Button signOut;

  AccountSection(AccountViewModel account) {
    super(Texts.text("settings.account"));
    signIn = Buttons.primary(Texts.text("settings.account.signIn"), account::signIn);
    copy =
        Buttons.standard(
            Texts.text("settings.account.copy"),
            Icon.COPY,
            () -> account.copyAddress(AccountSection::toClipboard));
    cancel = Buttons.standard(Texts.text("settings.account.cancel"), account::cancel);
    signOut = Buttons.standard(Texts.text("settings.account.signOut"), account::signOut);
    SettingRow row =
        new SettingRow(
            Texts.text("settings.account.name"),
            Texts.text("settings.account.out"),
            signIn,
            copy,
            cancel,
            signOut);
    row.line().textProperty().bind(account.lineProperty());
    add(row);
    account.stateProperty().subscribe(this::offer);
  }

  private void offer(State state) {
    offer(signIn, state == State.OUT);
    offer(copy, state == State.WAITING);
    offer(cancel, state == State.WAITING);
    offer(signOut, state == State.IN);
  }

  private static void offer(Button button, boolean offered) {
    button.setVisible(offered);
    button.setManaged(offered);
  }

  private static void toClipboard(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
