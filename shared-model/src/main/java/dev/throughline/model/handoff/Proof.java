package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What shows that an item of the checklist holds: a few words, and where it is.
 *
 * @param link an address outside; empty for none
 * @param source a record here, such as a decision or an interview; holds no word of it
 */
public record Proof(
    RecordId id, Optional<RecordId> item, String text, String link, Optional<RecordId> source) {
  public static final String ITEM = "item";
  public static final String TEXT = "text";
  public static final String LINK = "link";
  public static final String SOURCE = "source";

  public static final int TEXT_LENGTH_MAX = 300;

  public static final int LINK_LENGTH_MAX = 2_000;

  public static final Kind KIND =
      new Kind(
          "proof",
          Family.PRODUCT,
          ITEM,
          "",
          List.of(
              Field.reference(ITEM, "checklist-item"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(LINK, new TextOf(LINK_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(SOURCE, "record")));

  public static Proof from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Proof(
        id, fields.reference(ITEM), fields.text(TEXT), fields.text(LINK), fields.reference(SOURCE));
  }
}
