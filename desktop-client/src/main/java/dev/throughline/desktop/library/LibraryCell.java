package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.RowSound;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** One cell. What is fine is grey or empty; only what is missing has colour and a word. */
final class LibraryCell extends TableCell<InterviewRow, InterviewRow> {
  private final LibraryColumn column;
  private final LibraryViewModel model;
  private final Map<Mark, Node> marks = new EnumMap<>(Mark.class);

  private Look shown = Look.NOTHING;

  /** What stands beside the words of a cell. */
  private enum Mark {
    NONE,
    CHECK,
    WAITING,
    COMING,
    SAMPLE
  }

  /** A cell as it looks and is spoken; an empty style is the plain one. */
  private record Look(String text, String style, Mark mark, String spoken) {
    static final Look NOTHING = words("", "");

    static Look words(String text, String style) {
      return new Look(text, style, Mark.NONE, "");
    }
  }

  LibraryCell(LibraryColumn column, LibraryViewModel model) {
    this.column = column;
    this.model = model;
    if (column == LibraryColumn.TITLE) {
      setContentDisplay(ContentDisplay.RIGHT);
      Hint.whole(this);
    }
  }

  /** Cells are used again for every row that scrolls by: only what differs is touched. */
  @Override
  protected void updateItem(@Nullable InterviewRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    Look look = row == null || isEmpty ? Look.NOTHING : look(row);
    if (look.equals(shown)) {
      return;
    }
    if (!look.style().equals(shown.style())) {
      getStyleClass().remove(shown.style());
      if (!look.style().isEmpty()) {
        getStyleClass().add(look.style());
      }
    }
    if (look.mark() != shown.mark()) {
      setGraphic(look.mark() == Mark.NONE ? null : marks.computeIfAbsent(look.mark(), this::mark));
    }
    setText(look.text());
    setAccessibleText(look.spoken().isEmpty() ? null : look.spoken());
    shown = look;
  }

  private Node mark(Mark mark) {
    return switch (mark) {
      case CHECK -> Icon.CHECK.line();
      case WAITING -> Icon.WAITING.line();
      case COMING -> Icon.IMPORT.line();
      case SAMPLE -> Chip.of(Chip.State.NEUTRAL, Texts.text("library.sample"));
      case NONE -> throw new IllegalArgumentException("nothing has no picture");
    };
  }

  private Look look(InterviewRow row) {
    return switch (column) {
      case PARTICIPANT ->
          Gap.NO_PARTICIPANT.isIn(row, model.today())
              ? missing()
              : Look.words(row.participant(), "library-who");
      case TITLE -> title(row);
      case STUDY -> Look.words(row.study(), "tl-muted");
      case DATE -> Look.words(day(row), "tl-muted");
      case TURNS -> turns(row);
      case LENGTH -> Look.words(SoundWords.length(row.sound()), "library-length");
      case NOTES -> notes(row);
      case SOUND -> sound(row);
      case SYNC ->
          row.isWaiting() && !row.isSample()
              ? new Look(Texts.text("library.waiting"), "tl-muted", Mark.WAITING, "")
              : Look.NOTHING;
    };
  }

  private static Look sound(InterviewRow row) {
    RowSound sound = row.sound();
    String words = SoundWords.place(sound);
    if (words.isEmpty()) {
      return Look.NOTHING;
    }
    return switch (sound.at().place()) {
      case SENT -> new Look(words, "tl-muted", Mark.WAITING, SoundWords.spoken(sound));
      case FETCHED -> new Look(words, "tl-muted", Mark.COMING, SoundWords.spoken(sound));
      case DAMAGED -> new Look(words, "tl-stale", Mark.NONE, SoundWords.spoken(sound));
      default -> new Look(words, "tl-muted", Mark.NONE, SoundWords.spoken(sound));
    };
  }

  private static Look missing() {
    return Look.words(Texts.text("library.none"), "tl-stale");
  }

  private String day(InterviewRow row) {
    return row.interview().date().map(day -> WhenWords.day(day, model.today())).orElse("");
  }

  private static Look title(InterviewRow row) {
    boolean isUntitled = row.interview().title().isBlank();
    return new Look(
        isUntitled ? Texts.text("interviews.untitled") : row.interview().title(),
        isUntitled ? "tl-subtle" : "",
        row.isSample() ? Mark.SAMPLE : Mark.NONE,
        "");
  }

  private Look turns(InterviewRow row) {
    if (row.segments() > 0) {
      return Look.words(Texts.number(row.segments()), "");
    }
    return Gap.NO_TRANSCRIPT.isIn(row, model.today()) ? missing() : Look.NOTHING;
  }

  private Look notes(InterviewRow row) {
    if (row.hasNotes()) {
      return new Look("", "", Mark.CHECK, Texts.text("library.hasNotes"));
    }
    return Gap.NOTHING_WRITTEN.isIn(row, model.today()) ? missing() : Look.NOTHING;
  }
}
