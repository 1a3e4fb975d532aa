package dev.throughline.desktop.transcript;

import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.ListView;

/** Turns nobody said, for whoever wants the first real ones to come at once. */
@PartOfView("makes views that nobody sees; is none itself")
public final class TranscriptWarmUp {
  private static final RecordId NOBODYS = new RecordId(new UUID(0, 0));
  private static final int TURNS = 4;

  private TranscriptWarmUp() {}

  /** A list to be dressed and thrown away. */
  public static Parent turns(TranscriptViewModel model) {
    ListView<TranscriptRow> list = new ListView<>();
    list.setCellFactory(_ -> new TurnCellView(model, _ -> {}));
    list.getItems().add(new TranscriptRow.Heading(Transcript.from(NOBODYS, Map.of())));
    TranscriptRow turn = new TranscriptRow.Turn(Segment.from(NOBODYS, Map.of()));
    for (int i = 0; i < TURNS; i++) {
      list.getItems().add(turn);
    }
    list.setAccessibleText(Texts.text("session.transcript.empty"));
    return list;
  }
}
