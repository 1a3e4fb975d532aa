package dev.throughline.desktop.settings;

import dev.throughline.desktop.hold.HoldsView;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.ui.Texts;

/** What is on legal hold. */
final class HoldsSection extends SettingSection {
  HoldsSection(HoldsViewModel holds) {
    super(Texts.text("settings.holds"));
    add(new HoldsView(holds));
  }
}
