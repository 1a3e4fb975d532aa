package dev.throughline.desktop.settings;

import dev.throughline.desktop.rules.RulesView;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.ui.Texts;

/** The rules of signing. */
final class RulesSection extends SettingSection {
  RulesSection(RulesViewModel rules) {
    super(Texts.text("settings.rules"));
    add(new RulesView(rules));
  }
}
