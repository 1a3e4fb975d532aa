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

/**
 * A stretch of work on an idea, with its {@link Milestone}s on the way and the {@link Criterion}s
 * it is accepted by at its end.
 *
 * @param start the first day
 * @param end the last day
 */
public record Sprint(
    RecordId id,
    Optional<RecordId> idea,
    String title,
    String goal,
    SprintStatus status,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Optional<RecordId> owner) {
  public static final String IDEA = "idea";
  public static final String TITLE = "title";
  public static final String GOAL = "goal";
  public static final String STATUS = "status";
  public static final String START = "startDate";
  public static final String END = "endDate";
  public static final String OWNER = "owner";

  public static final int TITLE_LENGTH_MAX = 200;

  public static final int GOAL_LENGTH_MAX = 1_000;

  public static final Kind KIND =
      new Kind(
          "sprint",
          Family.PRODUCT,
          IDEA,
          "",
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(TITLE, new TextOf(TITLE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(GOAL, new TextOf(GOAL_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STATUS, new Choice(SprintStatus.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest(START, new Day(), PersonalClass.NEVER),
              Field.latest(END, new Day(), PersonalClass.NEVER),
              Field.reference(OWNER, "person")));

  public static Sprint from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Sprint(
        id,
        fields.reference(IDEA),
        fields.text(TITLE),
        fields.text(GOAL),
        SprintStatus.of(fields.text(STATUS)),
        fields.day(START),
        fields.day(END),
        fields.reference(OWNER));
  }

  /** Whether its last day lies before its first. */
  public boolean endsBeforeItStarts() {
    return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
  }
}
