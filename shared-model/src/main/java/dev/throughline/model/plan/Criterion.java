package dev.throughline.model.plan;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for a sprint to be accepted. */
public record Criterion(RecordId id, Optional<RecordId> sprint, String text, CriterionState state) {
  public static final String SPRINT = "sprint";
  public static final String TEXT = "text";
  public static final String STATE = "state";

  public static final int TEXT_LENGTH_MAX = 1_000;

  public static final Kind KIND =
      new Kind(
          "criterion",
          Family.PRODUCT,
          SPRINT,
          "",
          List.of(
              Field.reference(SPRINT, "sprint"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STATE, new Choice(CriterionState.WIRE_NAMES), PersonalClass.NEVER)));

  public static Criterion from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Criterion(
        id, fields.reference(SPRINT), fields.text(TEXT), CriterionState.of(fields.text(STATE)));
  }
}
