package dev.throughline.model.topic;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an interview guide, a record of its own so that ticks and edits of different lines
 * never meet.
 *
 * @param owner the study whose guide it stands in, or the one interview that has it for itself
 * @param rank orders the lines, see {@link Ranks}; equal ranks order by id
 */
public record Topic(
    RecordId id,
    Optional<RecordId> owner,
    String text,
    String rank,
    TopicKind kind,
    Optional<Long> minutes) {
  /** As much as one line may hold. */
  public static final int TEXT_LENGTH_MAX = 1_000;

  private static final int MINUTES_MAX = 600;

  public static final Kind KIND =
      new Kind(
          "topic",
          Family.MEMORY,
          "owner",
          "rank",
          List.of(
              Field.reference("owner", "study or interview"),
              Field.latest("text", new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.order("rank", Ranks.LENGTH_MAX),
              Field.latest("kind", new Choice(TopicKind.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest("minutes", new Number(0, MINUTES_MAX), PersonalClass.NEVER)));

  public static Topic from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Topic(
        id,
        fields.reference("owner"),
        fields.text("text"),
        fields.text("rank"),
        TopicKind.of(fields.text("kind")),
        fields.whole("minutes"));
  }
}
