package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.ThemeChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Theme and size, applied to every open window at once. */
final class LookSection extends SettingSection {
  LookSection(SettingsViewModel place) {
    super(Texts.text("settings.look"));
    add(
        new SettingRow(
            Texts.text("settings.theme"), Texts.text("settings.theme.hint"), themes(place)),
        new SettingRow(Texts.text("settings.scale"), "", new ScaleSlider(place.scaleProperty())));
  }

  private static SegmentedTabs themes(SettingsViewModel place) {
    List<SegmentedTabs.Tab> tabs =
        Arrays.stream(ThemeChoice.values())
            .map(choice -> new SegmentedTabs.Tab(choice.name(), title(choice), null))
            .toList();
    SegmentedTabs themes = new SegmentedTabs(Texts.text("settings.theme"), tabs);
    place.themeProperty().subscribe(choice -> themes.select(choice.name()));
    themes
        .selectedProperty()
        .subscribe((_, chosen) -> place.themeProperty().set(ThemeChoice.valueOf(chosen)));
    return themes;
  }

  private static String title(ThemeChoice choice) {
    return Texts.text("settings.theme." + choice.name().toLowerCase(Locale.ROOT));
  }
}
