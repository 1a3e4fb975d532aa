package dev.throughline.model.study;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;

/** A study: the question a team asks, and the frame its interviews belong to. */
public record Study(RecordId id, String title, String question, String guide) {
  public static final Kind KIND =
      new Kind(
          "study",
          Family.MEMORY,
          "",
          "title",
          List.of(
              Field.latest("title", new TextOf(300), PersonalClass.NEVER),
              Field.longText("question", 10_000, PersonalClass.NEVER),
              Field.longText("guide", 100_000, PersonalClass.NEVER)));

  public static Study from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Study(id, fields.text("title"), fields.text("question"), fields.text("guide"));
  }
}
