package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody who is asked to sign says of one item of a packet before they do. It is told to
 * everybody and decides nothing: that is what votes are for.
 *
 * @param item the record of the checklist item, as the packet names it
 */
public record Review(
    RecordId id,
    Optional<RecordId> packet,
    Optional<RecordId> item,
    Mark mark,
    String note,
    Optional<RecordId> by) {
  public static final String PACKET = "packet";
  public static final String ITEM = "item";
  public static final String MARK = "mark";
  public static final String NOTE = "note";
  public static final String BY = "by";

  public static final int NOTE_LENGTH_MAX = 1_000;

  private static final Set<String> KEPT = Set.of(PACKET, ITEM, BY);

  /** What somebody thinks of an item. */
  public enum Mark {
    /** They looked at it and it is fine. */
    OK,
    /** They ask something first. */
    QUESTION,
    /** As it is they would not sign. */
    BLOCK;

    /** The name a record holds. */
    public String wireName() {
      return Choices.wireName(this);
    }

    /** Whether it says why. */
    public boolean needsNote() {
      return this != OK;
    }
  }

  public static final Kind KIND =
      new Kind(
          "review",
          Family.PRODUCT,
          PACKET,
          "",
          List.of(
              Field.reference(PACKET, "packet"),
              Field.latest(ITEM, new TextOf(36), PersonalClass.NEVER),
              Field.latest(MARK, Choices.of(Mark.class), PersonalClass.NEVER),
              Field.latest(NOTE, new TextOf(NOTE_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(BY, "person")));

  public static Review from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Review(
        id,
        fields.reference(PACKET),
        fields.reference(ITEM),
        Choices.read(Mark.class, fields.text(MARK), Mark.QUESTION),
        fields.text(NOTE),
        fields.reference(BY));
  }

  /** Everybody has one of each item of a packet. */
  public static RecordId idOf(RecordId packet, RecordId item, RecordId person) {
    return new RecordId(Uuids.reserved("review/" + packet + "/" + item + "/" + person));
  }

  /** The fields it is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    packet.ifPresent(its -> fields.put(PACKET, Value.text(its.toString())));
    item.ifPresent(its -> fields.put(ITEM, Value.text(its.toString())));
    by.ifPresent(its -> fields.put(BY, Value.text(its.toString())));
    fields.put(MARK, Value.text(mark.wireName()));
    fields.put(NOTE, Value.text(note));
    return fields;
  }

  /**
   * Why somebody may not do this to a review, as a sentence; empty when they may. Whoever wrote one
   * may take it back, and take that back.
   *
   * @param before its fields; empty when it is to be made
   * @param changed what the fields that are written hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   */
  public static Optional<String> refusal(
      RecordId record,
      Optional<Map<String, Value>> before,
      Map<String, Value> changed,
      Action action,
      Optional<RecordId> me) {
    Map<String, Value> after = new HashMap<>(before.orElse(Map.of()));
    after.putAll(changed);
    Review review = from(record, after);
    boolean isOwn =
        me.isPresent()
            && review.by().equals(me)
            && (action == Action.EDIT || before.isPresent())
            && (before.isEmpty() || changed.keySet().stream().noneMatch(KEPT::contains));
    if (!isOwn) {
      return Optional.of("A review stays with its item and with who wrote it.");
    }
    boolean isNamed =
        review.packet().isPresent()
            && review.item().isPresent()
            && record.equals(idOf(review.packet().get(), review.item().get(), me.get()));
    if (!isNamed) {
      return Optional.of("A review names its packet and its item.");
    }
    return review.mark().needsNote() && review.note().isBlank()
        ? Optional.of("A question or a block says why.")
        : Optional.empty();
  }
}
