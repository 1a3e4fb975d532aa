package dev.throughline.model.idea;

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
 * A link from an idea to what somebody said or noted. It holds no word of that: who may not read
 * the interview sees that there is evidence, and not which.
 *
 * @param source the interview, notes or turn it points to
 * @param sourceKind the kind of that record, for places where the record itself is not known
 * @param importance from 0, nice to know, to {@link #IMPORTANCE_MAX}
 */
public record Evidence(
    RecordId id,
    Optional<RecordId> idea,
    Optional<RecordId> source,
    String sourceKind,
    int importance,
    Stance stance) {
  public static final String IDEA = "idea";
  public static final String SOURCE = "source";
  public static final String SOURCE_KIND = "sourceKind";
  public static final String IMPORTANCE = "importance";
  public static final String STANCE = "stance";

  public static final int IMPORTANCE_MAX = 3;
  public static final int IMPORTANCE_USUAL = 2;

  /** The kinds a link may lead to. */
  public static final List<String> SOURCES = List.of("interview", "memo", "segment");

  public static final Kind KIND =
      new Kind(
          "evidence",
          Family.PRODUCT,
          IDEA,
          IMPORTANCE,
          List.of(
              Field.reference(IDEA, "idea"),
              Field.reference(SOURCE, "record"),
              Field.latest(SOURCE_KIND, new TextOf(60), PersonalClass.NEVER),
              Field.latest(IMPORTANCE, new Number(0, IMPORTANCE_MAX), PersonalClass.NEVER),
              Field.latest(STANCE, new Choice(Stance.WIRE_NAMES), PersonalClass.NEVER)));

  /** One idea has one link to a record, whoever makes it. */
  public static RecordId idOf(RecordId idea, RecordId source) {
    return new RecordId(Uuids.reserved("evidence/" + idea + "/" + source));
  }

  public static Evidence of(
      RecordId idea, RecordId source, String sourceKind, int importance, Stance stance) {
    return new Evidence(
        idOf(idea, source),
        Optional.of(idea),
        Optional.of(source),
        sourceKind,
        Math.clamp(importance, 0, IMPORTANCE_MAX),
        stance);
  }

  public static Evidence from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Evidence(
        id,
        fields.reference(IDEA),
        fields.reference(SOURCE),
        fields.text(SOURCE_KIND),
        Math.clamp(fields.whole(IMPORTANCE).orElse((long) IMPORTANCE_USUAL), 0, IMPORTANCE_MAX),
        Stance.of(fields.text(STANCE)));
  }

  /** The fields a link is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    idea.ifPresent(its -> fields.put(IDEA, Value.text(its.toString())));
    source.ifPresent(its -> fields.put(SOURCE, Value.text(its.toString())));
    fields.put(SOURCE_KIND, Value.text(sourceKind));
    fields.put(IMPORTANCE, Value.whole(importance));
    fields.put(STANCE, Value.text(stance.wireName()));
    return fields;
  }
}
