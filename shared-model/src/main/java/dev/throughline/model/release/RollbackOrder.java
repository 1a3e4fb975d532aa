package dev.throughline.model.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An order to take a release back, or to bring one back that was: the very bytes that people sign.
 * Never changed.
 *
 * @param document JSON in its canonical form; see {@link Words}
 * @param digest SHA-256 over its UTF-8, in hexadecimal
 * @param envelope of an emergency, the document as whoever orders it has signed it
 * @param by who ordered it; empty for one that follows from a failed check
 * @param atMillis when, by the clock of their computer
 */
public record RollbackOrder(
    RecordId id,
    Optional<RecordId> handoff,
    Optional<RecordId> release,
    String document,
    String digest,
    String envelope,
    Optional<RecordId> by,
    long atMillis) {
  public static final String HANDOFF = "handoff";
  public static final String RELEASE = "release";
  public static final String DOCUMENT = "document";
  public static final String DIGEST = "digest";
  public static final String ENVELOPE = "envelope";
  public static final String BY = "by";
  public static final String AT = "at";

  /** The type of payload of envelopes that hold an order. */
  public static final String PAYLOAD_TYPE = "application/vnd.throughline.rollback-order+json";

  public static final String SCHEMA = "rollback-order/v1";
  public static final int REASON_LENGTH_MAX = 2_000;
  public static final int DOCUMENT_LENGTH_MAX = 20_000;

  private static final int DIGEST_LENGTH = 64;
  private static final int ENVELOPE_LENGTH_MAX = 40_000;

  public static final Kind KIND =
      new Kind(
          "rollback-order",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.reference(RELEASE, "release"),
              Field.latest(DOCUMENT, new TextOf(DOCUMENT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(DIGEST, new TextOf(DIGEST_LENGTH), PersonalClass.NEVER),
              Field.latest(ENVELOPE, new TextOf(ENVELOPE_LENGTH_MAX), PersonalClass.NEVER),
              Field.reference(BY, "person"),
              Field.latest(AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)));

  /**
   * What an order says.
   *
   * @param generation of the release
   * @param version of the packet that is taken back
   * @param number counts the orders of a purpose for this generation of the release
   * @param to the version that comes back, which had been verified; 0 for none
   * @param reason why; may be empty where the failed checks say it
   * @param failed the checks that failed
   */
  public record Words(
      RecordId handoff,
      RecordId release,
      long generation,
      long version,
      Purpose purpose,
      long number,
      long to,
      String reason,
      List<RecordId> failed) {
    public Words {
      failed = List.copyOf(failed);
    }

    /** The bytes that are signed. */
    public byte[] bytes() {
      TreeMap<String, Json> members = new TreeMap<>();
      members.put("schema", new Json.Text(SCHEMA));
      members.put("handoff", new Json.Text(handoff.toString()));
      members.put("release", new Json.Text(release.toString()));
      members.put("generation", new Json.Number(generation));
      members.put("version", new Json.Number(version));
      members.put("purpose", new Json.Text(purpose.wireName()));
      members.put("number", new Json.Number(number));
      members.put("to", new Json.Number(to));
      members.put("reason", new Json.Text(reason));
      members.put(
          "failed",
          new Json.Items(
              failed.stream().map(one -> (Json) new Json.Text(one.toString())).toList()));
      return new Json.Members(members).canonical();
    }

    /** By which the order is found: there is one of each number. */
    public RecordId order() {
      return idOf(release, generation, purpose, number);
    }
  }

  public static RollbackOrder from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new RollbackOrder(
        id,
        fields.reference(HANDOFF),
        fields.reference(RELEASE),
        fields.text(DOCUMENT),
        fields.text(DIGEST),
        fields.text(ENVELOPE),
        fields.reference(BY),
        fields.whole(AT).orElse(0L));
  }

  /**
   * Whether people signed by this order that a release comes back after nobody stood behind an
   * emergency; from then on no emergency is enough to take it back again.
   *
   * @param approvals how what is asked of people stands, by its id
   */
  public boolean hasBroughtBack(Function<RecordId, Optional<ApprovalState>> approvals) {
    return words().filter(its -> its.purpose() == Purpose.REVERT).isPresent()
        && approvals.apply(Approval.idOf(id)).equals(Optional.of(ApprovalState.SPENT));
  }

  /** An order of these words. */
  public static RollbackOrder of(
      Words words, String envelope, Optional<RecordId> by, long atMillis) {
    byte[] bytes = words.bytes();
    return new RollbackOrder(
        words.order(),
        Optional.of(words.handoff()),
        Optional.of(words.release()),
        new String(bytes, StandardCharsets.UTF_8),
        Sha256.hex(bytes),
        envelope,
        by,
        atMillis);
  }

  private static RecordId idOf(RecordId release, long generation, Purpose purpose, long number) {
    return new RecordId(
        Uuids.reserved(
            "rollback-order/"
                + release
                + "/"
                + generation
                + "/"
                + purpose.wireName()
                + "/"
                + number));
  }

  /** The fields an order is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    handoff.ifPresent(its -> fields.put(HANDOFF, Value.text(its.toString())));
    release.ifPresent(its -> fields.put(RELEASE, Value.text(its.toString())));
    by.ifPresent(its -> fields.put(BY, Value.text(its.toString())));
    fields.put(DOCUMENT, Value.text(document));
    fields.put(DIGEST, Value.text(digest));
    fields.put(ENVELOPE, Value.text(envelope));
    fields.put(AT, Value.whole(atMillis));
    return fields;
  }

  /** What it says; empty when the bytes are no order, or not the ones its digest names. */
  public Optional<Words> words() {
    return OrderReader.read(document.getBytes(StandardCharsets.UTF_8))
        .filter(its -> digest.equals(Sha256.hex(document.getBytes(StandardCharsets.UTF_8))));
  }
}
