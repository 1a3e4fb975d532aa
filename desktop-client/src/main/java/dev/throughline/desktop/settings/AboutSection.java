package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;

/** Which version this is, and what it is made of. */
final class AboutSection extends SettingSection {
  AboutSection(About about) {
    super(Texts.text("settings.about"));
    add(
        new SettingRow(
            Texts.text("settings.about.version", about.version()),
            Texts.text("settings.about.java", about.java())),
        Labels.wrapping(Labels.small(Texts.text("settings.about.licences"))));
  }
}
