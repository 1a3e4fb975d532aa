package dev.throughline.desktop.settings;

import dev.throughline.desktop.approval.KeysView;
import dev.throughline.desktop.approval.KeysViewModel;
import dev.throughline.desktop.ui.Texts;

/** The keys people sign with. */
final class SigningSection extends SettingSection {
  SigningSection(KeysViewModel keys) {
    super(Texts.text("settings.signing"));
    add(new KeysView(keys));
  }
}
