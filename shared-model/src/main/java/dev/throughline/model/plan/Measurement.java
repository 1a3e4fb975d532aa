package dev.throughline.model.plan;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Decimal;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the measurement plan of an MVP, written down before it is launched.
 *
 * @param target the number from which on it is good; empty where none was set
 * @param reach which way from there
 * @param method how the number comes about: where it is counted, over how long, among whom
 */
public record Measurement(
    RecordId id,
    Optional<RecordId> mvp,
    String metric,
    Reach reach,
    Optional<BigDecimal> target,
    String method) {
  public static final String MVP = "mvp";
  public static final String METRIC = "metric";
  public static final String REACH = "reach";
  public static final String TARGET = "target";
  public static final String METHOD = "method";

  public static final int METRIC_LENGTH_MAX = 200;

  public static final int METHOD_LENGTH_MAX = 1_000;

  public static final Kind KIND =
      new Kind(
          "measurement",
          Family.PRODUCT,
          MVP,
          "",
          List.of(
              Field.reference(MVP, "mvp"),
              Field.latest(METRIC, new TextOf(METRIC_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(REACH, new Choice(Reach.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest(TARGET, new Decimal(), PersonalClass.NEVER),
              Field.latest(METHOD, new TextOf(METHOD_LENGTH_MAX), PersonalClass.NEVER)));

  public static Measurement from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Measurement(
        id,
        fields.reference(MVP),
        fields.text(METRIC),
        Reach.of(fields.text(REACH)),
        fields.decimal(TARGET),
        fields.text(METHOD));
  }
}
