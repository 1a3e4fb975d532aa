package dev.throughline.desktop.outbox;

import dev.throughline.desktop.outbox.SyncSentence.Kind;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;
import javafx.scene.layout.VBox;

/** Where this profile lies on this computer, and whether it could be opened on another. */
final class ComputerPanel extends VBox {
  private static final int DEVICE_SHOWN = 8;
  private static final int GROUP = 4;

  private final OutboxViewModel place;
  private final Runnable openSettings;
  private final VBox body = new VBox();

  ComputerPanel(OutboxViewModel place, Runnable openSettings) {
    this.place = place;
    this.openSettings = openSettings;
    body.getStyleClass().add("tl-outbox-panel");
    getChildren().addAll(new SectionHeader(Texts.text("outbox.computer.title")), body);
    place.deviceProperty().subscribe(_ -> show());
    place.sentenceProperty().map(SyncSentence::kind).subscribe(_ -> show());
  }

  private void show() {
    ThisComputer computer = place.computer();
    String vault = computer.vault().name().toLowerCase(Locale.ROOT);
    FactRow code = new FactRow(Icon.KEY, Texts.text("outbox.computer.code"));
    if (computer.isRecoverySaved().get()) {
      code.line(Texts.text("outbox.computer.code.saved"));
    } else {
      code.amber(Texts.text("outbox.computer.code.unsaved"));
      if (place.sentenceProperty().get().kind() != Kind.SAVE_CODE) {
        code.below(Buttons.link(Texts.text("outbox.show.code"), openSettings));
      }
    }
    body.getChildren()
        .setAll(
            new FactRow(Icon.COMPUTER, Texts.text("outbox.computer.device"))
                .id(shortId(place.deviceProperty().get())),
            new FactRow(Icon.DISK, Texts.text("outbox.computer.folder"))
                .line(computer.folder().toString()),
            new FactRow(Icon.LOCK, Texts.text("outbox.computer.key"))
                .line(Texts.text("outbox.computer.key." + vault)),
            code);
  }

  /** The end of the id, which tells devices apart; its start is only the time it was made. */
  private static String shortId(String id) {
    if (id.length() < DEVICE_SHOWN) {
      return id;
    }
    String end = id.substring(id.length() - DEVICE_SHOWN);
    return end.substring(0, GROUP) + " " + end.substring(GROUP);
  }
}
