package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.InterviewRow;
import java.time.LocalDate;
import java.util.Comparator;

/** The columns of the library, and how each of them sorts. */
enum LibraryColumn {
  PARTICIPANT(Comparator.comparing(InterviewRow::participant, NaturalOrder.INSTANCE)),
  TITLE(Comparator.comparing(row -> row.interview().title(), NaturalOrder.INSTANCE)),
  STUDY(Comparator.comparing(InterviewRow::study, NaturalOrder.INSTANCE)),
  DATE(Comparator.comparing(row -> row.interview().date().orElse(LocalDate.MIN))),
  TURNS(Comparator.comparingLong(InterviewRow::segments)),
  NOTES(Comparator.comparing(InterviewRow::hasNotes)),
  SYNC(Comparator.comparing(InterviewRow::isWaiting));

  /** Newest day first; within a day the one that changed last. */
  static final Comparator<InterviewRow> DEFAULT =
      DATE.order
          .reversed()
          .thenComparing(Comparator.comparingLong(InterviewRow::changedAtMillis).reversed());

  private final Comparator<InterviewRow> order;

  LibraryColumn(Comparator<InterviewRow> order) {
    this.order = order;
  }

  /** Ascending; what is empty comes last. */
  Comparator<InterviewRow> order() {
    return order;
  }
}
