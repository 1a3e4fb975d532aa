package dev.throughline.desktop.app;

import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/** What a device is called before its person calls it something: never its name in a network. */
final class DeviceNames {
  private DeviceNames() {}

  static String of(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return Texts.text("device.default.windows");
    }
    return Texts.text(name.contains("mac") ? "device.default.mac" : "device.default.linux");
  }
}
