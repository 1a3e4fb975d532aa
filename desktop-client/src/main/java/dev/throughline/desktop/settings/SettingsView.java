package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;

/** The Settings place: one calm column of sections, each applying by itself. */
public final class SettingsView extends StackPane {
  private final Map<SettingsSection, SettingSection> sections =
      new EnumMap<>(SettingsSection.class);
  private final Sheet sheet = new Sheet();

  public SettingsView(SettingsViewModel place, KeysViewModel keys) {
    getStyleClass().add("tl-settings");
    sections.put(SettingsSection.LOOK, new LookSection(place));
    sections.put(SettingsSection.NAME, new NameSection(place.name()));
    sections.put(SettingsSection.ACCOUNT, new AccountSection(place.account()));
    sections.put(SettingsSection.WORKSPACES, new WorkspacesSection(place.workspaces()));
    sections.put(SettingsSection.PEOPLE, new PeopleSection(place.people()));
    sections.put(SettingsSection.DEVICES, new DevicesSection(place.devices()));
    sections.put(SettingsSection.SIGNING, new SigningSection(place.signing()));
    sections.put(SettingsSection.RULES, new RulesSection(place.rules()));
    sections.put(SettingsSection.HOLDS, new HoldsSection(place.holds()));
    sections.put(SettingsSection.CODE, new CodeSection(place.code()));
    sections.put(SettingsSection.WORKSPACE, new WorkspaceSection(place.workspace()));
    sections.put(SettingsSection.DATA, new DataSection(place.profile()));
    sections.put(SettingsSection.KEYS, new KeysSection(keys));
    sections.put(SettingsSection.ABOUT, new AboutSection(place.about()));
    String name = Texts.text("settings.place");
    sheet
        .header(new SheetHeader(name))
        .body(name, sections.values().toArray(SettingSection[]::new));
    getChildren().add(sheet);
    sceneProperty().subscribe(scene -> place.setShowing(scene != null));
  }

  /** Scrolls to a section and gives the focus to its first control. */
  public void reveal(SettingsSection section) {
    SettingSection shown = sections.get(section);
    if (shown != null) {
      Platform.runLater(() -> sheet.reveal(shown));
    }
  }
}
