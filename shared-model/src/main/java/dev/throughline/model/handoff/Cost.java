package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.MoneyOf;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of what a handoff costs.
 *
 * @param amount empty until somebody knows it
 */
public record Cost(
    RecordId id, Optional<RecordId> handoff, String text, Optional<Money> amount, Every every) {
  public static final String HANDOFF = "handoff";
  public static final String TEXT = "text";
  public static final String AMOUNT = "amount";
  public static final String EVERY = "every";

  public static final int TEXT_LENGTH_MAX = 300;

  public static final Kind KIND =
      new Kind(
          "cost",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(AMOUNT, new MoneyOf(), PersonalClass.NEVER),
              Field.latest(EVERY, Choices.of(Every.class), PersonalClass.NEVER)));

  public static Cost from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Cost(
        id,
        fields.reference(HANDOFF),
        fields.text(TEXT),
        Optional.ofNullable(values.get(AMOUNT)).flatMap(Money::from),
        Every.of(fields.text(EVERY)));
  }
}
