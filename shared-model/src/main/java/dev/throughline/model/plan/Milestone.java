package dev.throughline.model.plan;

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

/** Something to be reached on the way of a sprint, by a day. */
public record Milestone(
    RecordId id,
    Optional<RecordId> sprint,
    String text,
    Optional<LocalDate> due,
    MilestoneState state) {
  public static final String SPRINT = "sprint";
  public static final String TEXT = "text";
  public static final String DUE = "due";
  public static final String STATE = "state";

  public static final int TEXT_LENGTH_MAX = 500;

  public static final Kind KIND =
      new Kind(
          "milestone",
          Family.PRODUCT,
          SPRINT,
          "",
          List.of(
              Field.reference(SPRINT, "sprint"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(DUE, new Day(), PersonalClass.NEVER),
              Field.latest(STATE, new Choice(MilestoneState.WIRE_NAMES), PersonalClass.NEVER)));

  public static Milestone from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Milestone(
        id,
        fields.reference(SPRINT),
        fields.text(TEXT),
        fields.day(DUE),
        MilestoneState.of(fields.text(STATE)));
  }

  public boolean isReached() {
    return state == MilestoneState.REACHED;
  }
}
