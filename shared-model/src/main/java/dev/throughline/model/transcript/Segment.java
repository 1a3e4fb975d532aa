package dev.throughline.model.transcript;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn of a transcript. Times are milliseconds from the start of the recording. */
public record Segment(
    RecordId id,
    Optional<RecordId> transcript,
    long position,
    String speaker,
    Optional<Long> startMillis,
    Optional<Long> endMillis,
    String text) {
  private static final long TIME_MAX_MILLIS = 1_000L * 60 * 60 * 1_000;

  public static final Kind KIND =
      new Kind(
          "segment",
          Family.MEMORY,
          "transcript",
          "position",
          List.of(
              Field.reference("transcript", "transcript"),
              Field.latest("position", new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest("speaker", new TextOf(200), PersonalClass.PERSONAL),
              Field.latest("startMillis", new Number(0, TIME_MAX_MILLIS), PersonalClass.NEVER),
              Field.latest("endMillis", new Number(0, TIME_MAX_MILLIS), PersonalClass.NEVER),
              Field.longText("text", 100_000, PersonalClass.PERSONAL)));

  public static Segment from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Segment(
        id,
        fields.reference("transcript"),
        fields.whole("position").orElse(0L),
        fields.text("speaker"),
        fields.whole("startMillis"),
        fields.whole("endMillis"),
        fields.text("text"));
  }
}
