package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cells of one row as values of fields, or the fault that names the cell. */
record CellReader(Headings headings, CsvSheet.Row row) {
  String text(Column column) {
    return headings.cell(row, column);
  }

  /** Text or day as it stands there; an empty cell clears the field. */
  Value plain(Column column, Kind kind, String text) throws CsvFault {
    if (text.isEmpty()) {
      return Value.NOTHING;
    }
    Value value = Value.text(PlainText.clean(text));
    Optional<String> problem = problem(kind, column.name(), value);
    if (problem.isPresent()) {
      throw fault(column, problem.get());
    }
    return value;
  }

  private static Optional<String> problem(Kind kind, String field, Value value) {
    return kind.field(field).flatMap(known -> known.type().problem(value));
  }

  void requireFits(Kind kind, String field, Value value) throws CsvFault {
    Optional<String> problem = problem(kind, field, value);
    if (problem.isPresent()) {
      throw CsvFault.at(row.line(), 0, field, problem.get());
    }
  }

  /** Planned when the row does not say. */
  Value status() throws CsvFault {
    String said = text(Column.STATUS).strip().toLowerCase(Locale.ROOT);
    if (said.isEmpty()) {
      return Value.text(InterviewStatus.PLANNED.wireName());
    }
    String spelled = said.equals("canceled") ? InterviewStatus.CANCELLED.wireName() : said;
    boolean isKnown =
        Arrays.stream(InterviewStatus.values())
            .anyMatch(status -> status.wireName().equals(spelled));
    if (!isKnown) {
      throw fault(Column.STATUS, Texts.text("exchange.csv.status"));
    }
    return Value.text(spelled);
  }

  /** Whether the row says which interview its notes are on. */
  boolean namesInterview() {
    return !text(Column.INTERVIEW).isBlank() || !text(Column.INTERVIEW_TITLE).isBlank();
  }

  /** The interview whose id stands in the row, else the only one with that title. */
  RecordId interview(Directory names) throws CsvFault {
    String id = text(Column.INTERVIEW).strip();
    if (!id.isEmpty()) {
      Optional<RecordId> found = parsed(id).filter(names::hasInterview);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Column by = headings.has(Column.INTERVIEW_TITLE) ? Column.INTERVIEW_TITLE : Column.INTERVIEW;
    List<RecordId> called = names.interviewsCalled(text(by));
    if (called.size() == 1 && !text(by).isBlank()) {
      return called.getFirst();
    }
    String key = called.size() > 1 ? "exchange.csv.interviews" : "exchange.csv.interview";
    throw fault(headings.has(Column.INTERVIEW) ? Column.INTERVIEW : by, Texts.text(key));
  }

  private static Optional<RecordId> parsed(String id) {
    try {
      return Optional.of(RecordId.of(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  CsvFault fault(Column column, String what) {
    return CsvFault.at(row.line(), headings.number(column), column.name(), what);
  }
}
