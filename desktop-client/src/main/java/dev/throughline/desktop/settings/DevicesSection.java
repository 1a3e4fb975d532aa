package dev.throughline.desktop.settings;

import dev.throughline.desktop.device.DevicesView;
import dev.throughline.desktop.device.DevicesViewModel;
import dev.throughline.desktop.ui.Texts;

/** The devices the person works with. */
final class DevicesSection extends SettingSection {
  DevicesSection(DevicesViewModel devices) {
    super(Texts.text("settings.devices"));
    add(new DevicesView(devices));
  }
}
