package dev.throughline.desktop.settings;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/** Where one's work lies on this computer, and how it is kept from others. */
final class DataSection extends SettingSection {
  DataSection(Profile profile) {
    super(Texts.text("settings.data"));
    String vault = profile.vault().name().toLowerCase(Locale.ROOT);
    add(
        new SettingRow(Texts.text("settings.data.folder"), profile.folder().toString()),
        new SettingRow(
            Texts.text("settings.data.sealed"), Texts.text("settings.data.key." + vault)),
        Labels.wrapping(Labels.small(Texts.text("settings.data.line"))));
  }
}
