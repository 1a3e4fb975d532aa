package dev.throughline.model.score;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.Pairs;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One scoring of an idea. Scoring anew makes another record, so the history stays; the newest
 * counts.
 *
 * @param name what the scorecard is called, such as RICE
 * @param formula as {@link Formula#parse} reads it
 * @param inputs decimal numbers as people typed them, by name
 * @param by the record of who scored; empty where nobody signs in
 */
public record Score(
    RecordId id,
    Optional<RecordId> idea,
    String name,
    String formula,
    SortedMap<String, String> inputs,
    Optional<RecordId> by,
    long atMillis) {
  public static final String IDEA = "idea";
  public static final String NAME = "name";
  public static final String FORMULA = "formula";
  public static final String INPUTS = "inputs";
  public static final String BY = "by";
  public static final String AT = "at";

  public static final int NAME_LENGTH_MAX = 60;

  /** The one that counts first. */
  public static final Comparator<Score> NEWEST_FIRST =
      Comparator.comparingLong(Score::atMillis).thenComparing(Score::id).reversed();

  public static final Kind KIND =
      new Kind(
          "score",
          Family.PRODUCT,
          IDEA,
          AT,
          List.of(
              Field.reference(IDEA, "idea"),
              Field.latest(NAME, new TextOf(NAME_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(FORMULA, new TextOf(Formula.LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(INPUTS, new Pairs(Formula.INPUTS_MAX, 60), PersonalClass.NEVER),
              Field.reference(BY, "person"),
              Field.latest(AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)));

  public static Score from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Score(
        id,
        fields.reference(IDEA),
        fields.text(NAME),
        fields.text(FORMULA),
        fields.pairs(INPUTS),
        fields.reference(BY),
        fields.whole(AT).orElse(0L));
  }

  /** What comes out of it. */
  public Scored result() {
    return Scored.of(formula, inputs);
  }

  /** The fields a score is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    idea.ifPresent(its -> fields.put(IDEA, Value.text(its.toString())));
    fields.put(NAME, Value.text(name));
    fields.put(FORMULA, Value.text(formula));
    TreeMap<String, Value> typed = new TreeMap<>();
    inputs.forEach((input, number) -> typed.put(input, Value.text(number)));
    fields.put(INPUTS, new Value.Entries(typed));
    by.ifPresent(its -> fields.put(BY, Value.text(its.toString())));
    fields.put(AT, Value.whole(atMillis));
    return fields;
  }
}
