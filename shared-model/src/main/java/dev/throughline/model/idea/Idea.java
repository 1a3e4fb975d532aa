package dev.throughline.model.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Decimal;
import dev.throughline.model.kind.FieldType.MoneyOf;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a team could build, and what it would change.
 *
 * @param study where it belongs; empty for the whole workspace
 * @param targetValue what the metric is to reach
 * @param mergedInto the idea that is the same one and goes on; see {@link IdeaFamilies}
 */
public record Idea(
    RecordId id,
    String title,
    Optional<RecordId> study,
    Optional<RecordId> owner,
    String description,
    String hypothesis,
    String targetMetric,
    Optional<BigDecimal> targetValue,
    Optional<Money> budget,
    IdeaStatus status,
    Optional<RecordId> mergedInto) {
  public static final String TITLE = "title";
  public static final String STUDY = "study";
  public static final String OWNER = "owner";
  public static final String DESCRIPTION = "description";
  public static final String HYPOTHESIS = "hypothesis";
  public static final String TARGET_METRIC = "targetMetric";
  public static final String TARGET_VALUE = "targetValue";
  public static final String BUDGET = "estimatedBudget";
  public static final String STATUS = "status";
  public static final String MERGED_INTO = "mergedInto";

  /** As much as a title may hold. */
  public static final int TITLE_LENGTH_MAX = 300;

  /** As much as the name of a metric may hold. */
  public static final int METRIC_LENGTH_MAX = 200;

  public static final Kind KIND =
      new Kind(
          "idea",
          Family.PRODUCT,
          STUDY,
          TITLE,
          List.of(
              Field.latest(TITLE, new TextOf(TITLE_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(STUDY, "study"),
              Field.reference(OWNER, "person"),
              Field.longText(DESCRIPTION, 100_000, PersonalClass.NEVER),
              Field.longText(HYPOTHESIS, 10_000, PersonalClass.NEVER),
              Field.latest(TARGET_METRIC, new TextOf(METRIC_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(TARGET_VALUE, new Decimal(), PersonalClass.NEVER),
              Field.latest(BUDGET, new MoneyOf(), PersonalClass.NEVER),
              Field.latest(STATUS, new Choice(IdeaStatus.WIRE_NAMES), PersonalClass.NEVER),
              Field.reference(MERGED_INTO, "idea")));

  public static Idea from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Idea(
        id,
        fields.text(TITLE),
        fields.reference(STUDY),
        fields.reference(OWNER),
        fields.text(DESCRIPTION),
        fields.text(HYPOTHESIS),
        fields.text(TARGET_METRIC),
        fields.decimal(TARGET_VALUE),
        Optional.ofNullable(values.get(BUDGET)).flatMap(Money::from),
        IdeaStatus.of(fields.text(STATUS)),
        fields.reference(MERGED_INTO));
  }
}
