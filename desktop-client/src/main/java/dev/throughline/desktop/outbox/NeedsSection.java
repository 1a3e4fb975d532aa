package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says that something waits for the person, and leads to where it is. */
final class NeedsSection extends VBox {
  private final OutboxViewModel place;
  private final Label title = Labels.wrapping(Labels.h3(""));

  NeedsSection(OutboxViewModel place, Runnable openInbox) {
    this.place = place;
    VBox words = new VBox(title, Labels.wrapping(Labels.small(Texts.text("outbox.inbox.line"))));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Well well =
        new Well(
            Icon.INBOX.line(), words, Buttons.standard(Texts.text("outbox.inbox.open"), openInbox));
    well.getStyleClass().add("tl-outbox-needs");
    getChildren().add(well);
    place.needsProperty().subscribe(_ -> show());
    place.stateProperty().subscribe(_ -> show());
  }

  private void show() {
    String words = SyncSentence.needs(place.stateProperty().get(), place.needsProperty().get());
    title.setText(words);
    setVisible(!words.isEmpty());
    setManaged(isVisible());
  }
}
