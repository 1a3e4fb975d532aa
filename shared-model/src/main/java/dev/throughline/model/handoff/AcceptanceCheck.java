package dev.throughline.model.handoff;

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
import java.util.Optional;

/**
 * What is looked at once a handoff is out, before it counts as done.
 *
 * @param threshold what counts as passed
 */
public record AcceptanceCheck(
    RecordId id, Optional<RecordId> handoff, String text, String threshold) {
  public static final String HANDOFF = "handoff";
  public static final String TEXT = "text";
  public static final String THRESHOLD = "threshold";

  public static final int TEXT_LENGTH_MAX = 500;

  public static final int THRESHOLD_LENGTH_MAX = 300;

  public static final Kind KIND =
      new Kind(
          "acceptance-check",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(THRESHOLD, new TextOf(THRESHOLD_LENGTH_MAX), PersonalClass.NEVER)));

  public static AcceptanceCheck from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new AcceptanceCheck(
        id, fields.reference(HANDOFF), fields.text(TEXT), fields.text(THRESHOLD));
  }
}
