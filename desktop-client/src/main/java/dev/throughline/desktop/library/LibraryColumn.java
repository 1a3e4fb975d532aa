package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Texts;
import java.time.LocalDate;
import java.util.Comparator;

/** The columns of the library, and how each of them sorts. */
enum LibraryColumn {
  PARTICIPANT(
      "library.column.participant",
      5.8,
      0,
      Comparator.comparing(InterviewRow::participant, NaturalOrder.INSTANCE)),
  TITLE(
      "library.column.title",
      11,
      0,
      Comparator.comparing(row -> row.interview().title(), NaturalOrder.INSTANCE)),
  STUDY(
      "library.column.study",
      11.5,
      56,
      Comparator.comparing(InterviewRow::study, NaturalOrder.INSTANCE)),
  DATE(
      "library.column.date",
      6.2,
      24,
      Comparator.comparing(row -> row.interview().date().orElse(LocalDate.MIN))),
  LENGTH("library.column.length", 6.8, 48, Comparator.comparingLong(row -> row.sound().millis())),
  TURNS("library.column.turns", 4.6, 33, Comparator.comparingLong(InterviewRow::segments)),
  NOTES("library.column.notes", 4.8, 40, Comparator.comparing(InterviewRow::hasNotes)),
  SOUND(
      "library.column.sound",
      10,
      66,
      Comparator.comparing((InterviewRow row) -> row.sound().at().place())
          .thenComparing(row -> row.sound().at().percent().orElse(-1))),
  SYNC("library.column.sync", 6.6, 46, Comparator.comparing(InterviewRow::isWaiting));

  /** Newest day first; within a day the one that changed last. */
  static final Comparator<InterviewRow> DEFAULT =
      DATE.order
          .reversed()
          .thenComparing(Comparator.comparingLong(InterviewRow::changedAtMillis).reversed());

  private final String key;
  private final double widthEm;
  private final double shownFromEm;
  private final Comparator<InterviewRow> order;

  LibraryColumn(String key, double widthEm, double shownFromEm, Comparator<InterviewRow> order) {
    this.key = key;
    this.widthEm = widthEm;
    this.shownFromEm = shownFromEm;
    this.order = order;
  }

  String title() {
    return Texts.text(key);
  }

  /** In text heights; the title takes what is left and at least this. */
  double widthEm() {
    return widthEm;
  }

  /** The column leaves when the table is narrower than this. */
  double shownFromEm() {
    return shownFromEm;
  }

  /** Ascending; what is empty comes last. */
  Comparator<InterviewRow> order() {
    return order;
  }
}
