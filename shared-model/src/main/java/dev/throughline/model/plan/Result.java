package dev.throughline.model.plan;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Day;
import dev.throughline.model.kind.FieldType.Decimal;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out for one number of a measurement plan.
 *
 * @param value the number; empty until it was measured
 * @param day the last day it counts
 * @param note what is to be known about it
 */
public record Result(
    RecordId id,
    Optional<RecordId> measurement,
    Optional<BigDecimal> value,
    Optional<LocalDate> day,
    String note) {
  public static final String MEASUREMENT = "measurement";
  public static final String VALUE = "value";
  public static final String DAY = "day";
  public static final String NOTE = "note";

  public static final int NOTE_LENGTH_MAX = 500;

  public static final Kind KIND =
      new Kind(
          "result",
          Family.PRODUCT,
          MEASUREMENT,
          "",
          List.of(
              Field.reference(MEASUREMENT, "measurement"),
              Field.latest(VALUE, new Decimal(), PersonalClass.NEVER),
              Field.latest(DAY, new Day(), PersonalClass.NEVER),
              Field.latest(NOTE, new TextOf(NOTE_LENGTH_MAX), PersonalClass.NEVER)));

  public static Result from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Result(
        id,
        fields.reference(MEASUREMENT),
        fields.decimal(VALUE),
        fields.day(DAY),
        fields.text(NOTE));
  }

  /** A number has one result, whoever writes it down. */
  public static RecordId idOf(RecordId measurement) {
    return new RecordId(Uuids.reserved("result/" + measurement));
  }
}
