package dev.throughline.desktop.settings;

import dev.throughline.desktop.approval.SigningKeysView;
import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.ui.Texts;

/** The keys people sign with. */
final class SigningSection extends SettingSection {
  SigningSection(SigningKeysViewModel keys) {
    super(Texts.text("settings.signing"));
    add(new SigningKeysView(keys));
  }
}
