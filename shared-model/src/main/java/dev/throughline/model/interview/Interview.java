package dev.throughline.model.interview;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Day;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.FieldType.TimeOfDay;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation with one participant: planned, held, written down.
 *
 * @param isRestricted whether only those of the study with access to restricted interviews see it
 */
public record Interview(
    RecordId id,
    Optional<RecordId> study,
    Optional<RecordId> participant,
    String title,
    Optional<LocalDate> date,
    Optional<LocalTime> time,
    String place,
    String guide,
    InterviewStatus status,
    Debrief debrief,
    boolean isRestricted) {
  /** Who may see it: {@link #RESTRICTED} or, unless said otherwise, {@link #OPEN}. */
  public static final String SENSITIVITY = "sensitivity";

  public static final String RESTRICTED = "restricted";
  public static final String OPEN = "open";

  private static final int DEBRIEF_LENGTH_MAX = 10_000;

  public static final Kind KIND =
      new Kind(
          "interview",
          Family.MEMORY,
          "study",
          "date",
          List.of(
              Field.reference("study", "study"),
              Field.reference("participant", "participant"),
              Field.latest("title", new TextOf(300), PersonalClass.PERSONAL),
              Field.latest("date", new Day(), PersonalClass.NEVER),
              Field.latest("time", new TimeOfDay(), PersonalClass.NEVER),
              Field.latest("place", new TextOf(300), PersonalClass.PERSONAL),
              Field.longText("guide", 100_000, PersonalClass.NEVER),
              Field.stricter(SENSITIVITY, List.of(RESTRICTED, OPEN)),
              Field.latest("status", new Choice(InterviewStatus.WIRE_NAMES), PersonalClass.NEVER),
              Field.longText("surprise", DEBRIEF_LENGTH_MAX, PersonalClass.PERSONAL),
              Field.longText("followUp", DEBRIEF_LENGTH_MAX, PersonalClass.PERSONAL),
              Field.longText("nextQuestion", DEBRIEF_LENGTH_MAX, PersonalClass.PERSONAL)));

  /** Whether only those of the study with access to restricted interviews may see it. */
  public static boolean isRestricted(Map<String, Value> fields) {
    return new FieldMap(fields).text(SENSITIVITY).equals(RESTRICTED);
  }

  public static Interview from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Interview(
        id,
        fields.reference("study"),
        fields.reference("participant"),
        fields.text("title"),
        fields.day("date"),
        fields.time("time"),
        fields.text("place"),
        fields.text("guide"),
        InterviewStatus.of(fields.text("status")),
        new Debrief(fields.text("surprise"), fields.text("followUp"), fields.text("nextQuestion")),
        isRestricted(values));
  }
}
