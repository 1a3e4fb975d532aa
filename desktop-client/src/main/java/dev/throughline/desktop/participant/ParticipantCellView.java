package dev.throughline.desktop.participant;

import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
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
    say(row);
    int count = row.interviews().size();
    state.setText(count == 0 ? "" : Texts.count("home.interviews", count));
    setGraphic(line);
    setAccessibleText(
        Texts.text("participants.spoken", name.getText(), second.getText(), state.getText()));
  }

  /** What needs a person first: a doubled pseudonym, missing consent; else the last meeting. */
  private void say(ParticipantRow row) {
    boolean isUnasked = !row.isConsented() && !row.interviews().isEmpty();
    String words =
        row.isDoubled()
            ? Texts.text("participants.doubled.short")
            : isUnasked ? Texts.text("participants.noConsent") : met(row);
    second.setText(words);
    second.getStyleClass().removeAll("tl-stale", "tl-muted");
    second.getStyleClass().add(row.isDoubled() || isUnasked ? "tl-stale" : "tl-muted");
  }

  private static String met(ParticipantRow row) {
    return row.interviews().stream()
        .findFirst()
        .flatMap(last -> last.interview().date())
        .map(day -> Texts.text("participants.last", DayWords.shown(day)))
        .orElseGet(() -> Texts.text("participants.notMet"));
  }
}
