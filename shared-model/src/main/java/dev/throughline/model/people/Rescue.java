package dev.throughline.model.people;

import dev.throughline.model.id.OpId;
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
import java.util.stream.Collectors;

/**
 * Work that somebody had not sent yet when their access to a study ended. It waits for an owner of
 * the study, who takes it in or not. Only the server makes it; owners write its state.
 *
 * @param person who wrote it; empty where nobody signs in
 * @param author what they are called
 * @param device from which it came
 * @param atMillis when the server took it
 * @param ops the operations, as {@link dev.throughline.model.wire.RescuedOps} writes them
 * @param why what of it could not be taken in, and why; empty for work nobody decided about yet
 */
public record Rescue(
    RecordId id,
    Optional<RecordId> study,
    Optional<RecordId> person,
    String author,
    String device,
    long atMillis,
    Value ops,
    String state,
    String why) {
  public static final String OPEN = "open";
  public static final String ACCEPTED = "accepted";
  public static final String DECLINED = "declined";
  public static final String STUDY = "study";

  /** As long as the operations of one may be, written down. */
  public static final int OPS_LENGTH_MAX = 3_900_000;

  private static final int WHY_LENGTH_MAX = 500;
  private static final String PERSON = "person";
  public static final String OPS = "ops";
  public static final String STATE = "state";

  public static final Kind KIND =
      new Kind(
          "rescue",
          Family.MEMORY,
          STUDY,
          "",
          List.of(
              Field.reference(STUDY, "study"),
              Field.reference(PERSON, "person"),
              Field.latest("author", new TextOf(100), PersonalClass.PERSONAL),
              Field.latest("device", new TextOf(36), PersonalClass.POINTER),
              Field.latest("at", new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(OPS, new TextOf(OPS_LENGTH_MAX), PersonalClass.PERSONAL),
              Field.latest("why", new TextOf(WHY_LENGTH_MAX), PersonalClass.NEVER),
              Field.command(STATE, new Choice(List.of(OPEN, ACCEPTED, DECLINED)))));

  /** The same operations that come twice are rescued once; all of them count. */
  public static RecordId idOf(RecordId study, List<OpId> ops) {
    String all = ops.stream().map(OpId::toString).collect(Collectors.joining("/"));
    return new RecordId(Uuids.reserved("rescue/" + study + "/" + all));
  }

  public static Rescue from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Rescue(
        id,
        fields.reference(STUDY),
        fields.reference(PERSON),
        fields.text("author"),
        fields.text("device"),
        fields.whole("at").orElse(0L),
        values.getOrDefault(OPS, Value.NOTHING),
        fields.text(STATE),
        fields.text("why"));
  }

  /** The fields it is made of. */
  public Map<String, Value> toFields() {
    return Map.of(
        STUDY,
        reference(study),
        PERSON,
        reference(person),
        "author",
        Value.text(author),
        "device",
        Value.text(device),
        "at",
        Value.whole(atMillis),
        OPS,
        ops,
        STATE,
        Value.text(state),
        "why",
        Value.text(why.substring(0, Math.min(why.length(), WHY_LENGTH_MAX))));
  }

  private static Value reference(Optional<RecordId> to) {
    return to.map(its -> Value.text(its.toString())).orElse(Value.NOTHING);
  }
}
