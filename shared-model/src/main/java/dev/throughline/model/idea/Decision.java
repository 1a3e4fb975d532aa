package dev.throughline.model.idea;

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

/**
 * What was decided about an idea, and why.
 *
 * @param by the record of who wrote it down; empty where nobody signs in
 * @param atMillis when, by the clock of that computer
 */
public record Decision(
    RecordId id,
    Optional<RecordId> idea,
    String text,
    String rationale,
    Optional<RecordId> by,
    long atMillis) {
  public static final String IDEA = "idea";
  public static final String TEXT = "text";
  public static final String RATIONALE = "rationale";
  public static final String BY = "by";
  public static final String AT = "at";

  public static final int TEXT_LENGTH_MAX = 500;

  public static final Kind KIND =
      new Kind(
          "decision",
          Family.PRODUCT,
          IDEA,
          AT,
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.longText(RATIONALE, 20_000, PersonalClass.NEVER),
              Field.reference(BY, "person"),
              Field.latest(AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)));

  public static Decision from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Decision(
        id,
        fields.reference(IDEA),
        fields.text(TEXT),
        fields.text(RATIONALE),
        fields.reference(BY),
        fields.whole(AT).orElse(0L));
  }
}
