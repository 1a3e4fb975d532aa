package dev.throughline.desktop.exchange.csv;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands in the cells of a record's row, by column; the one form for both ways. */
final class RowText {
  private RowText() {}

  static Map<Column, String> of(
      CsvTable table, RecordId id, Map<String, Value> values, Directory names) {
    FieldMap fields = new FieldMap(values);
    Map<Column, String> cells = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    cells.put(Column.ID, id.toString());
    switch (table) {
      case INTERVIEWS -> {
        cells.put(Column.STUDY, names.study(fields.reference("study")));
        cells.put(Column.PARTICIPANT, names.pseudonym(fields.reference("participant")));
        cells.put(Column.TITLE, fields.text("title"));
        cells.put(Column.DATE, fields.text("date"));
        cells.put(Column.PLACE, fields.text("place"));
        cells.put(Column.STATUS, fields.text("status"));
      }
      case PARTICIPANTS -> {
        cells.put(Column.STUDY, names.study(fields.reference("study")));
        cells.put(Column.PSEUDONYM, fields.text("pseudonym"));
      }
      case NOTES -> {
        Optional<RecordId> interview = fields.reference("interview");
        cells.put(Column.INTERVIEW, interview.map(RecordId::toString).orElse(""));
        cells.put(Column.INTERVIEW_TITLE, names.interview(interview));
        cells.put(Column.NOTES, fields.text("notes"));
      }
    }
    return cells;
  }
}
