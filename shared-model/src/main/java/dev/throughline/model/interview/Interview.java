package dev.throughline.model.interview;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Day;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One conversation with one participant: planned, held, written down. */
public record Interview(
    RecordId id,
    Optional<RecordId> study,
    Optional<RecordId> participant,
    String title,
    Optional<LocalDate> date,
    String place,
    String guide,
    InterviewStatus status) {
  public static final Kind KIND =
      new Kind(
          "interview",
          Family.MEMORY,
          "study",
          "date",
          List.of(
              Field.reference("study", "study"),
              Field.reference("participant", "participant"),
              Field.latest("title", new TextOf(300), PersonalClass.PERSONAL),
              Field.latest("date", new Day(), PersonalClass.NEVER),
              Field.latest("place", new TextOf(300), PersonalClass.PERSONAL),
              Field.longText("guide", 100_000, PersonalClass.NEVER),
              Field.latest("status", new Choice(InterviewStatus.WIRE_NAMES), PersonalClass.NEVER)));

  public static Interview from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Interview(
        id,
        fields.reference("study"),
        fields.reference("participant"),
        fields.text("title"),
        fields.day("date"),
        fields.text("place"),
        fields.text("guide"),
        InterviewStatus.of(fields.text("status")));
  }
}
