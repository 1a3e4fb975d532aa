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

/** What was said in an interview, as an ordered list of {@link Segment}s that point here. */
public record Transcript(
    RecordId id, Optional<RecordId> interview, String title, String source, long segments) {
  /** Most segments one transcript may have. */
  public static final int SEGMENTS_MAX = 200_000;

  public static final Kind KIND =
      new Kind(
          "transcript",
          Family.MEMORY,
          "interview",
          "",
          List.of(
              Field.reference("interview", "interview"),
              Field.latest("title", new TextOf(300), PersonalClass.PERSONAL),
              Field.latest("source", new TextOf(300), PersonalClass.PERSONAL),
              Field.latest("segments", new Number(0, SEGMENTS_MAX), PersonalClass.NEVER)));

  public static Transcript from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Transcript(
        id,
        fields.reference("interview"),
        fields.text("title"),
        fields.text("source"),
        fields.whole("segments").orElse(0L));
  }
}
