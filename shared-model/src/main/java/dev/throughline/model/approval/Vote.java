package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed answer to a packet, as it left the device. Never changed; the server writes what became
 * of it.
 *
 * @param envelope a {@link dev.throughline.model.signing.Envelope} with one signature, as text
 * @param countedAt when the server looked at it, in milliseconds since the epoch
 * @param by whoever brought it
 */
public record Vote(
    RecordId id,
    Optional<RecordId> packet,
    String envelope,
    Optional<Verdict> verdict,
    long countedAt,
    Optional<RecordId> by) {
  public static final String PACKET = "packet";
  public static final String ENVELOPE = "envelope";
  public static final String VERDICT = "verdict";
  public static final String COUNTED_AT = "countedAt";
  public static final String BY = "by";

  public static final int ENVELOPE_LENGTH_MAX = 40_000;

  public static final Kind KIND =
      new Kind(
          "vote",
          Family.PRODUCT,
          PACKET,
          "",
          List.of(
              Field.reference(PACKET, "packet"),
              Field.latest(ENVELOPE, new TextOf(ENVELOPE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(VERDICT, Choices.of(Verdict.class), PersonalClass.NEVER),
              Field.latest(COUNTED_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.reference(BY, "person")));

  public static Vote from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Vote(
        id,
        fields.reference(PACKET),
        fields.text(ENVELOPE),
        Optional.of(fields.text(VERDICT)).filter(text -> !text.isEmpty()).map(Verdict::of),
        fields.whole(COUNTED_AT).orElse(0L),
        fields.reference(BY));
  }

  /** An envelope has one record, however often it comes. */
  public static RecordId idOf(String envelope) {
    return new RecordId(
        Uuids.reserved("vote/" + Sha256.hex(envelope.getBytes(StandardCharsets.UTF_8))));
  }
}
