package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import java.util.List;
import javafx.scene.layout.Region;

/** The whole window around one real place, for its pictures. */
public final class PlaceFrame {
  private PlaceFrame() {}

  public static MainWindow of(String current, Region view) {
    ShellViewModel model =
        new ShellViewModel(
            List.of(
                place("home", "Home", Icon.HOME, Place.End.TOP, view),
                place("library", "Library", Icon.LIBRARY, Place.End.TOP, view),
                place("sync", "Sync", Icon.SYNC, Place.End.BOTTOM, view),
                place("settings", "Settings", Icon.SETTINGS, Place.End.BOTTOM, view)));
    model.workspaceTitleProperty().set("My workspace");
    model.workspaceLineProperty().set("on this computer");
    model.freeSpaceProperty().set("186 GB free");
    model.pillProperty().set(new Pill(PillState.LOCAL, "Saving on this computer only"));
    model.open(current);
    return new MainWindow(model, "sync", "settings");
  }

  private static Place place(String id, String title, Icon icon, Place.End end, Region view) {
    return new Place(id, title, icon, end, Place.RailFold.NEVER, () -> view);
  }
}
