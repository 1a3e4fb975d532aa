package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One cell. What is fine is grey or empty; only what is missing has colour and a word. */
final class LibraryCell extends TableCell<InterviewRow, InterviewRow> {
  private final LibraryColumn column;
  private final LibraryViewModel model;

  /** Says the whole title where the column is too narrow for it. */
  private final Tooltip whole = new Tooltip();

  LibraryCell(LibraryColumn column, LibraryViewModel model) {
    this.column = column;
    this.model = model;
  }

  @Override
  protected void updateItem(@Nullable InterviewRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    setText(null);
    setGraphic(null);
    setTooltip(null);
    getStyleClass().removeAll("library-who", "tl-muted", "tl-subtle", "tl-stale");
    if (row != null && !isEmpty) {
      show(row);
    }
  }

  private void show(InterviewRow row) {
    switch (column) {
      case PARTICIPANT -> showParticipant(row);
      case TITLE -> showTitle(row);
      case STUDY -> say(row.study(), "tl-muted");
      case DATE ->
          say(
              row.interview().date().map(day -> WhenWords.day(day, model.today())).orElse(""),
              "tl-muted");
      case TURNS -> showTurns(row);
      case NOTES -> showNotes(row);
      case SYNC -> showSync(row);
    }
  }

  private void showParticipant(InterviewRow row) {
    if (Gap.NO_PARTICIPANT.isIn(row, model.today())) {
      say(Texts.text("library.none"), "tl-stale");
    } else {
      say(row.participant(), "library-who");
    }
  }

  private void showTitle(InterviewRow row) {
    String title = row.interview().title();
    if (title.isBlank()) {
      say(Texts.text("interviews.untitled"), "tl-subtle");
    } else {
      setText(title);
      whole.setText(title);
      setTooltip(whole);
    }
    if (row.isSample()) {
      setContentDisplay(ContentDisplay.RIGHT);
      setGraphic(Chip.of(Chip.State.NEUTRAL, Texts.text("library.sample")));
    }
  }

  private void showTurns(InterviewRow row) {
    if (row.segments() > 0) {
      setText(Texts.number(row.segments()));
    } else if (Gap.NO_TRANSCRIPT.isIn(row, model.today())) {
      say(Texts.text("library.none"), "tl-stale");
    }
  }

  private void showNotes(InterviewRow row) {
    if (row.hasNotes()) {
      setGraphic(Icon.CHECK.line());
      setText("");
      setAccessibleText(Texts.text("library.hasNotes"));
    } else if (Gap.NOTHING_WRITTEN.isIn(row, model.today())) {
      say(Texts.text("library.none"), "tl-stale");
    }
  }

  private void showSync(InterviewRow row) {
    if (row.isWaiting() && !row.isSample()) {
      setGraphic(Icon.WAITING.line());
      say(Texts.text("library.waiting"), "tl-muted");
    }
  }

  private void say(String text, String styleClass) {
    setText(text);
    getStyleClass().add(styleClass);
  }
}
