package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Day;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the checklist of a handoff.
 *
 * @param code how people call it, such as INF-02; those of the template are in {@link
 *     ChecklistTemplate}
 * @param needs which evidence it takes; empty when a word is enough
 * @param filling what fills it by itself
 * @param note why it is blocked, or what is to be known
 * @param basis what its evidence was when somebody said that it is ready; see {@link Basis}
 */
public record ChecklistItem(
    RecordId id,
    Optional<RecordId> handoff,
    Section section,
    String code,
    String title,
    String needs,
    Filling filling,
    ItemState state,
    Optional<RecordId> owner,
    Optional<LocalDate> due,
    String note,
    String basis) {
  public static final String HANDOFF = "handoff";
  public static final String SECTION = "section";
  public static final String CODE = "code";
  public static final String TITLE = "title";
  public static final String NEEDS = "needs";
  public static final String FILLING = "filling";
  public static final String STATE = "state";
  public static final String OWNER = "owner";
  public static final String DUE = "due";
  public static final String NOTE = "note";
  public static final String BASIS = "basis";

  public static final int CODE_LENGTH_MAX = 12;

  public static final int TITLE_LENGTH_MAX = 300;

  public static final int NEEDS_LENGTH_MAX = 300;

  public static final int NOTE_LENGTH_MAX = 1_000;

  /** By section, and in it as people count. */
  public static final Comparator<ChecklistItem> BY_CODE =
      Comparator.comparing(ChecklistItem::section)
          .thenComparing(ChecklistItem::code)
          .thenComparing(ChecklistItem::id);

  public static final Kind KIND =
      new Kind(
          "checklist-item",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.latest(SECTION, Choices.of(Section.class), PersonalClass.NEVER),
              Field.latest(CODE, new TextOf(CODE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(TITLE, new TextOf(TITLE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(NEEDS, new TextOf(NEEDS_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(FILLING, Choices.of(Filling.class), PersonalClass.NEVER),
              Field.latest(STATE, Choices.of(ItemState.class), PersonalClass.NEVER),
              Field.reference(OWNER, "person"),
              Field.latest(DUE, new Day(), PersonalClass.NEVER),
              Field.latest(NOTE, new TextOf(NOTE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(BASIS, new TextOf(Basis.LENGTH), PersonalClass.NEVER)));

  public static ChecklistItem from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new ChecklistItem(
        id,
        fields.reference(HANDOFF),
        Section.of(fields.text(SECTION)),
        fields.text(CODE),
        fields.text(TITLE),
        fields.text(NEEDS),
        Filling.of(fields.text(FILLING)),
        ItemState.of(fields.text(STATE)),
        fields.reference(OWNER),
        fields.day(DUE),
        fields.text(NOTE),
        fields.text(BASIS));
  }
}
