package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the studies and participants that rows name, and makes those that are not here yet. */
final class Links {
  private final Directory names;
  private final CsvIds ids;
  private final List<Draft> made = new ArrayList<>();

  Links(Directory names, CsvIds ids) {
    this.names = names;
    this.ids = ids;
  }

  /** What the rows so far make beside their own records; empty after that. */
  List<Draft> takeMade() {
    List<Draft> taken = List.copyOf(made);
    made.clear();
    return taken;
  }

  static Value reference(Optional<RecordId> id) {
    return id.<Value>map(found -> Value.text(found.toString())).orElse(Value.NOTHING);
  }

  Optional<RecordId> study(CellReader cells) throws CsvFault {
    String title = cells.text(Column.STUDY).strip();
    if (title.isEmpty()) {
      return Optional.empty();
    }
    Optional<RecordId> known = names.studyCalled(title);
    if (known.isPresent()) {
      return known;
    }
    Value value = Value.text(title);
    Optional<String> problem = Study.KIND.field("title").orElseThrow().type().problem(value);
    if (problem.isPresent()) {
      throw cells.fault(Column.STUDY, problem.get());
    }
    RecordId id = ids.beside(cells.row().line(), "study");
    names.addStudy(id, title);
    made.add(new Draft.Set(id, Study.KIND.name(), Map.of("title", value)));
    return Optional.of(id);
  }

  /** Looks in the study of the row, else in that of the record. */
  Optional<RecordId> participant(CellReader cells, Map<String, Value> before) throws CsvFault {
    String pseudonym = cells.text(Column.PARTICIPANT).strip();
    if (pseudonym.isEmpty()) {
      return Optional.empty();
    }
    Optional<RecordId> study =
        cells.headings().has(Column.STUDY) ? study(cells) : new FieldMap(before).reference("study");
    Optional<RecordId> known = names.participantCalled(pseudonym, study);
    if (known.isPresent()) {
      return known;
    }
    Value value = Value.text(pseudonym);
    Optional<String> problem =
        Participant.KIND.field("pseudonym").orElseThrow().type().problem(value);
    if (problem.isPresent()) {
      throw cells.fault(Column.PARTICIPANT, problem.get());
    }
    RecordId id = ids.beside(cells.row().line(), "participant");
    Map<String, Value> fields = new TreeMap<>(Map.of("pseudonym", value));
    study.ifPresent(found -> fields.put("study", Value.text(found.toString())));
    names.add(Participant.from(id, fields));
    made.add(new Draft.Set(id, Participant.KIND.name(), fields));
    return Optional.of(id);
  }
}
