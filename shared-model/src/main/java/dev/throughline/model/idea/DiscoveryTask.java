package dev.throughline.model.idea;

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

/** Something to find out before an idea is built, by whom and until when. */
public record DiscoveryTask(
    RecordId id,
    Optional<RecordId> idea,
    String title,
    Optional<RecordId> owner,
    Optional<LocalDate> due,
    TaskState state,
    String outcome) {
  public static final String IDEA = "idea";
  public static final String TITLE = "title";
  public static final String OWNER = "owner";
  public static final String DUE = "due";
  public static final String STATE = "state";
  public static final String OUTCOME = "outcome";

  public static final int TITLE_LENGTH_MAX = 300;

  public static final Kind KIND =
      new Kind(
          "discovery-task",
          Family.PRODUCT,
          IDEA,
          DUE,
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(TITLE, new TextOf(TITLE_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(OWNER, "person"),
              Field.latest(DUE, new Day(), PersonalClass.NEVER),
              Field.latest(STATE, new Choice(TaskState.WIRE_NAMES), PersonalClass.NEVER),
              Field.longText(OUTCOME, 20_000, PersonalClass.NEVER)));

  public static DiscoveryTask from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new DiscoveryTask(
        id,
        fields.reference(IDEA),
        fields.text(TITLE),
        fields.reference(OWNER),
        fields.day(DUE),
        TaskState.of(fields.text(STATE)),
        fields.text(OUTCOME));
  }
}
