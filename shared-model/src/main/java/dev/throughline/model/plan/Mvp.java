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
 * The smallest thing that tests an idea with people. What is built for it are its {@link Feature}s
 * above the scope line, what it is judged by its {@link Measurement}s.
 *
 * @param version what people call it, such as "1" or "pilot in Kassel"
 * @param launch the day it went out, or is to go out while it is not launched
 */
public record Mvp(
    RecordId id,
    Optional<RecordId> idea,
    String version,
    MvpStatus status,
    Optional<LocalDate> launch,
    Optional<RecordId> owner) {
  public static final String IDEA = "idea";
  public static final String VERSION = "version";
  public static final String STATUS = "status";
  public static final String LAUNCH = "launchDate";
  public static final String OWNER = "owner";

  public static final int VERSION_LENGTH_MAX = 100;

  public static final Kind KIND =
      new Kind(
          "mvp",
          Family.PRODUCT,
          IDEA,
          "",
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(VERSION, new TextOf(VERSION_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STATUS, new Choice(MvpStatus.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest(LAUNCH, new Day(), PersonalClass.NEVER),
              Field.reference(OWNER, "person")));

  public static Mvp from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Mvp(
        id,
        fields.reference(IDEA),
        fields.text(VERSION),
        MvpStatus.of(fields.text(STATUS)),
        fields.day(LAUNCH),
        fields.reference(OWNER));
  }
}
