package dev.throughline.model.topic;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One device's word that an interview covered a topic. A topic counts as covered, once, while any
 * device says so; taking the tick away takes it from every device that is known to have set it.
 *
 * @param by who ticked, by the name others see; empty when that was not known
 */
public record Coverage(
    RecordId id,
    Optional<RecordId> interview,
    Optional<RecordId> topic,
    boolean isCovered,
    String by,
    long atMillis) {
  private static final String COVERED = "covered";
  private static final String OPEN = "open";
  private static final int NAME_LENGTH_MAX = 100;

  public static final Kind KIND =
      new Kind(
          "coverage",
          Family.MEMORY,
          "interview",
          "",
          List.of(
              Field.reference("interview", "interview"),
              Field.reference("topic", "topic"),
              Field.latest("state", new Choice(List.of(COVERED, OPEN)), PersonalClass.NEVER),
              Field.latest("by", new TextOf(NAME_LENGTH_MAX), PersonalClass.PERSONAL),
              Field.latest("at", new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)));

  /** The same on every start of a device, so that its second tick changes its first. */
  public static RecordId idOf(RecordId interview, RecordId topic, DeviceId device) {
    return new RecordId(Uuids.derived("coverage/" + interview + "/" + topic + "/" + device));
  }

  /** The fields of a tick. */
  public static Map<String, Value> ticked(
      RecordId interview, RecordId topic, String by, long atMillis) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("interview", Value.text(interview.toString()));
    fields.put("topic", Value.text(topic.toString()));
    fields.put("state", Value.text(COVERED));
    fields.put("by", Value.text(by.substring(0, Math.min(by.length(), NAME_LENGTH_MAX))));
    fields.put("at", Value.whole(atMillis));
    return fields;
  }

  /** What takes a tick away. */
  public static Map<String, Value> unticked() {
    return Map.of("state", Value.text(OPEN));
  }

  public static Coverage from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Coverage(
        id,
        fields.reference("interview"),
        fields.reference("topic"),
        fields.text("state").equals(COVERED),
        fields.text("by"),
        fields.whole("at").orElse(0L));
  }
}
