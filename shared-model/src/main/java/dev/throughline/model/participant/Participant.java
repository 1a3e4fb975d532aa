package dev.throughline.model.participant;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Pairs;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A person who was interviewed, known by pseudonym and by the attributes the study needs. */
public record Participant(
    RecordId id, Optional<RecordId> study, String pseudonym, SortedMap<String, String> attributes) {
  public static final Kind KIND =
      new Kind(
          "participant",
          Family.MEMORY,
          "study",
          "pseudonym",
          List.of(
              Field.reference("study", "study"),
              Field.latest("pseudonym", new TextOf(100), PersonalClass.PERSONAL),
              Field.latest("attributes", new Pairs(100, 1_000), PersonalClass.PERSONAL)));

  public static Participant from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Participant(
        id, fields.reference("study"), fields.text("pseudonym"), fields.pairs("attributes"));
  }
}
