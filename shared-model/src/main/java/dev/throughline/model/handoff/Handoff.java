package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Choices;
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
 * What a team hands over to production: what is asked for, what may go wrong and how it is taken
 * back. What it costs, what it runs on, its acceptance checks and its checklist are records below
 * it; its features and its measurement plan are those of its MVP.
 *
 * @param idea what it began with
 * @param ask what those who sign are asked to allow
 * @param rollback how it is taken back when it fails
 * @param pricing what people pay for it
 * @param data which data of people it touches
 */
public record Handoff(
    RecordId id,
    Optional<RecordId> idea,
    Optional<RecordId> mvp,
    String title,
    String ask,
    String risk,
    String rollback,
    String pricing,
    DataClass data,
    Optional<RecordId> owner) {
  public static final String IDEA = "idea";
  public static final String MVP = "mvp";
  public static final String TITLE = "title";
  public static final String ASK = "ask";
  public static final String RISK = "risk";
  public static final String ROLLBACK = "rollback";
  public static final String PRICING = "pricing";
  public static final String DATA = "dataClass";
  public static final String OWNER = "owner";

  public static final int TITLE_LENGTH_MAX = 200;

  /** As much as what is asked for, the risk, the way back and the pricing may each hold. */
  public static final int TEXT_LENGTH_MAX = 2_000;

  public static final Kind KIND =
      new Kind(
          "handoff",
          Family.PRODUCT,
          IDEA,
          "",
          List.of(
              Field.reference(IDEA, "idea"),
              Field.reference(MVP, "mvp"),
              Field.latest(TITLE, new TextOf(TITLE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(ASK, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(RISK, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(ROLLBACK, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(PRICING, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(DATA, Choices.of(DataClass.class), PersonalClass.NEVER),
              Field.reference(OWNER, "person")));

  public static Handoff from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Handoff(
        id,
        fields.reference(IDEA),
        fields.reference(MVP),
        fields.text(TITLE),
        fields.text(ASK),
        fields.text(RISK),
        fields.text(ROLLBACK),
        fields.text(PRICING),
        DataClass.of(fields.text(DATA)),
        fields.reference(OWNER));
  }
}
