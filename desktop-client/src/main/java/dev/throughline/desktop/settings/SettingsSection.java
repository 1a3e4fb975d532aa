package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Texts;

/** The sections of the Settings place, in their order; each can be opened by name. */
public enum SettingsSection {
  LOOK("settings.look"),
  NAME("settings.name"),
  ACCOUNT("settings.account"),
  WORKSPACES("settings.workspaces"),
  PEOPLE("settings.people"),
  DEVICES("settings.devices"),
  SIGNING("settings.signing"),
  RULES("settings.rules"),
  HOLDS("settings.holds"),
  CODE("settings.code"),
  WORKSPACE("settings.workspace"),
  DATA("settings.data"),
  KEYS("settings.keys"),
  ABOUT("settings.about");

  private final String key;

  SettingsSection(String key) {
    this.key = key;
  }

  public String title() {
    return Texts.text(key);
  }
}
