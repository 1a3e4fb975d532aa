package dev.throughline.desktop.exchange.csv;

import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables there are, each with one kind of record. */
public enum CsvTable {
  INTERVIEWS(
      Interview.KIND,
      "interview",
      List.of(Column.TITLE, Column.DATE),
      Column.ID,
      Column.STUDY,
      Column.PARTICIPANT,
      Column.TITLE,
      Column.DATE,
      Column.PLACE,
      Column.STATUS),
  /** Every further column is an attribute. */
  PARTICIPANTS(
      Participant.KIND,
      "participant",
      List.of(Column.PSEUDONYM),
      Column.ID,
      Column.STUDY,
      Column.PSEUDONYM),
  NOTES(
      Memo.KIND,
      "note",
      List.of(Column.NOTES),
      Column.ID,
      Column.INTERVIEW,
      Column.INTERVIEW_TITLE,
      Column.NOTES);

  private final Kind kind;
  private final String word;
  private final List<Column> oneOf;
  private final List<Column> columns;

  CsvTable(Kind kind, String word, List<Column> oneOf, Column... columns) {
    this.kind = kind;
    this.word = word;
    this.oneOf = oneOf;
    this.columns = List.of(columns);
  }

  /** The name of its file. */
  public String fileName() {
    return word + "s.csv";
  }

  Kind kind() {
    return kind;
  }

  List<Column> columns() {
    return columns;
  }

  /** The columns that are read: interviews take what was noted in them too. */
  List<Column> taken() {
    List<Column> taken = new ArrayList<>(columns);
    if (this == INTERVIEWS) {
      taken.add(Column.NOTES);
    }
    return taken;
  }

  /** The table with these headings: the one the file is named after, else what fits best. */
  static Optional<CsvTable> of(List<String> headings, String fileName) {
    List<String> plain = headings.stream().map(Column::plain).toList();
    if (Column.DATE.in(plain) >= 0 && Column.NOTES.in(plain) >= 0) {
      // Notes know no day: these are interviews with what was noted in them.
      return Optional.of(INTERVIEWS);
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    List<CsvTable> fitting =
        Arrays.stream(values())
            .filter(table -> table.oneOf.stream().anyMatch(column -> column.in(plain) >= 0))
            .toList();
    return fitting.stream()
        .filter(table -> name.contains(table.word))
        .findFirst()
        .or(
            () ->
                fitting.stream()
                    .reduce((one, two) -> two.known(plain) > one.known(plain) ? two : one));
  }

  /** How many of its columns are among the headings. */
  long known(List<String> plain) {
    return columns.stream().filter(column -> column.in(plain) >= 0).count();
  }

  /** Whether any table would take this heading for one of its columns. */
  static boolean isTaken(String heading) {
    return Arrays.stream(values())
        .flatMap(table -> table.columns.stream())
        .anyMatch(column -> column.isCalled(heading));
  }
}
