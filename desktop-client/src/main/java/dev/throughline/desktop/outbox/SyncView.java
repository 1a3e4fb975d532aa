package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.layout.StackPane;

/**
 * The Sync place: how sync stands, what waits and why, what was kept; server and computer beside
 * it, or below it where there is no room for two columns.
 */
public final class SyncView extends StackPane {
  /** {@code openSettings} leads to where the recovery code is. */
  public SyncView(OutboxViewModel place, Runnable openSettings) {
    getStyleClass().add("tl-outbox");
    Sheet sheet = new Sheet();
    sheet.setTop(new SyncHeader(place, openSettings));
    sheet
        .body(
            Texts.text("outbox.place"),
            new AsideSection(place.aside()),
            new WaitingSection(place),
            new KeptSection(place.kept()))
        .side(
            Texts.text("outbox.side"),
            new ServerPanel(place),
            new ComputerPanel(place, openSettings));
    getChildren().add(sheet);
    sceneProperty().subscribe(scene -> place.setShowing(scene != null));
  }
}
