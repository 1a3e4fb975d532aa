package dev.throughline.model.people;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which study somebody may see, and how far. What they may do there their roles say. Of two levels
 * given at once the lower holds.
 *
 * @param person empty for everybody with a role
 * @param study empty for all studies
 */
public record Grant(RecordId id, Optional<RecordId> person, Optional<RecordId> study, Level level) {
  public static final String PERSON = "person";
  public static final String STUDY = "study";
  public static final String LEVEL = "level";

  public static final Kind KIND =
      new Kind(
          "grant",
          Family.MEMORY,
          STUDY,
          "",
          List.of(
              Field.reference(PERSON, "person"),
              Field.reference(STUDY, "study"),
              Field.stricter(LEVEL, Level.WIRE_NAMES)));

  /** One person has one grant a study, whoever gives it. */
  public static RecordId idOf(Optional<RecordId> person, Optional<RecordId> study) {
    return new RecordId(Uuids.reserved("grant/" + words(person) + "/" + words(study)));
  }

  private static String words(Optional<RecordId> id) {
    return id.map(RecordId::toString).orElse("all");
  }

  public static Grant of(Optional<RecordId> person, Optional<RecordId> study, Level level) {
    return new Grant(idOf(person, study), person, study, level);
  }

  public static Grant from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Grant(
        id, fields.reference(PERSON), fields.reference(STUDY), Level.of(fields.text(LEVEL)));
  }

  /** The fields a grant is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    person.ifPresent(its -> fields.put(PERSON, Value.text(its.toString())));
    study.ifPresent(its -> fields.put(STUDY, Value.text(its.toString())));
    fields.put(LEVEL, Value.text(level.wireName()));
    return fields;
  }
}
