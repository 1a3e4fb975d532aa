package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.layout.StackPane;

/** The Settings place: one calm column of sections, each applying by itself. */
public final class SettingsView extends StackPane {
  public SettingsView(SettingsViewModel place) {
    getStyleClass().add("tl-settings");
    String name = Texts.text("settings.place");
    getChildren()
        .add(
            new Sheet()
                .header(new SheetHeader(name))
                .body(
                    name,
                    new LookSection(place),
                    new NameSection(place.name()),
                    new CodeSection(place.code()),
                    new WorkspaceSection(place.workspace()),
                    new DataSection(place.profile()),
                    new AboutSection(place.about())));
    sceneProperty().subscribe(scene -> place.setShowing(scene != null));
  }
}
