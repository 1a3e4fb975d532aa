package dev.throughline.model.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be true for an idea to work.
 *
 * @param impact how much falls if it is wrong, 0 to {@link #SCALE_MAX}
 * @param certainty how sure the team is of it, 0 to {@link #SCALE_MAX}
 */
public record Assumption(
    RecordId id,
    Optional<RecordId> idea,
    String text,
    int impact,
    int certainty,
    AssumptionState state) {
  public static final String IDEA = "idea";
  public static final String TEXT = "text";
  public static final String IMPACT = "impact";
  public static final String CERTAINTY = "certainty";
  public static final String STATE = "state";

  public static final int SCALE_MAX = 3;
  public static final int TEXT_LENGTH_MAX = 2_000;

  /** The riskiest untested one first; what was tested comes last. */
  public static final Comparator<Assumption> RISKIEST_FIRST =
      Comparator.comparing(Assumption::isTested)
          .thenComparing(Comparator.comparingInt(Assumption::risk).reversed())
          .thenComparing(Assumption::id);

  public static final Kind KIND =
      new Kind(
          "assumption",
          Family.PRODUCT,
          IDEA,
          "",
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(IMPACT, new Number(0, SCALE_MAX), PersonalClass.NEVER),
              Field.latest(CERTAINTY, new Number(0, SCALE_MAX), PersonalClass.NEVER),
              Field.latest(STATE, new Choice(AssumptionState.WIRE_NAMES), PersonalClass.NEVER)));

  public static Assumption from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Assumption(
        id,
        fields.reference(IDEA),
        fields.text(TEXT),
        scale(fields, IMPACT, 2),
        scale(fields, CERTAINTY, 1),
        AssumptionState.of(fields.text(STATE)));
  }

  private static int scale(FieldMap fields, String name, int usual) {
    return Math.clamp(fields.whole(name).orElse((long) usual), 0, SCALE_MAX);
  }

  public boolean isTested() {
    return state != AssumptionState.UNTESTED;
  }

  /** How much is at stake and unknown: 0 to 9. */
  public int risk() {
    return impact * (SCALE_MAX - certainty);
  }
}
