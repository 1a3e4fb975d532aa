package dev.throughline.desktop.participant;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One person in two lines: pseudonym with how often they were met, then what is known of them. */
final class ParticipantCellView extends ListCell<ParticipantRow> {
  private static final int ATTRIBUTES_MAX = 3;

  private final Label name = Labels.h3("");
  private final Label state = Labels.small("");
  private final Label second = Labels.small("");
  private final HBox line;

  ParticipantCellView() {
    second.setTextOverrun(OverrunStyle.ELLIPSIS);
    state.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(name, second);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(words, state);
    line.getStyleClass().add("participant-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ParticipantRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(ParticipantsViewModel.name(row.person()));
    second.setText(about(row));
    int count = row.interviews().size();
    state.setText(count == 0 ? "" : Texts.count("home.interviews", count));
    setGraphic(line);
    setAccessibleText(
        Texts.text("participants.spoken", name.getText(), second.getText(), state.getText()));
  }

  /** What needs a person first: a doubled pseudonym, then the attributes. */
  private static String about(ParticipantRow row) {
    if (row.isDoubled()) {
      return Texts.text("participants.doubled.short");
    }
    Map<String, String> attributes = row.person().attributes();
    return attributes.isEmpty()
        ? Texts.text("participants.nothingKnown")
        : attributes.values().stream().limit(ATTRIBUTES_MAX).collect(Collectors.joining(", "));
  }
}
