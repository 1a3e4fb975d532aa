package dev.throughline.model.memo;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes on an interview: one text that several people may write in. */
public record Memo(RecordId id, Optional<RecordId> interview, String notes) {
  public static final Kind KIND =
      new Kind(
          "memo",
          Family.MEMORY,
          "interview",
          "",
          List.of(
              Field.reference("interview", "interview"),
              Field.longText("notes", Kind.LONG_TEXT_MAX, PersonalClass.PERSONAL)));

  public static Memo from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Memo(id, fields.reference("interview"), fields.text("notes"));
  }
}
