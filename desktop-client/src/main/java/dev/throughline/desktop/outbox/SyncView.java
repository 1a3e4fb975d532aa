package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * The Sync place: how sync stands, what waits and why; server and computer beside it, or below it
 * where there is no room for two columns.
 */
public final class SyncView extends StackPane {
  /**
   * {@code openSettings} leads to where the recovery code is, {@code openInbox} to what needs the
   * person.
   *
   * @param travelling the recordings on their way
   * @param room how they travel, and what they take on this computer
   */
  public SyncView(
      OutboxViewModel place,
      Runnable openSettings,
      Runnable openInbox,
      Node travelling,
      Node room) {
    getStyleClass().add("tl-outbox");
    Sheet sheet = new Sheet();
    sheet.setTop(new SyncHeader(place, openSettings));
    sheet
        .body(
            Texts.text("outbox.place"),
            new NeedsSection(place, openInbox),
            travelling,
            new WaitingSection(place))
        .side(
            Texts.text("outbox.side"),
            new ServerPanel(place),
            room,
            new ComputerPanel(place, openSettings));
    getChildren().add(sheet);
    sceneProperty().subscribe(scene -> place.setShowing(scene != null));
  }
}
