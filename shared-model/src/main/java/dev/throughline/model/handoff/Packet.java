package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
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
import java.util.TreeMap;

/**
 * A handoff as it was submitted: the very bytes that people sign. Never changed; what is edited
 * afterwards becomes another version.
 *
 * @param version 1 for the first of a handoff
 * @param manifest JSON in its canonical form; see {@link Manifest}
 * @param digest SHA-256 over its UTF-8, in hexadecimal
 * @param by who submitted it
 * @param atMillis when, by the clock of their computer
 * @param seen the log entry up to which whoever submitted it had seen what others did
 */
public record Packet(
    RecordId id,
    Optional<RecordId> handoff,
    long version,
    String manifest,
    String digest,
    Optional<RecordId> by,
    long atMillis,
    long seen) {
  public static final String HANDOFF = "handoff";
  public static final String VERSION = "version";
  public static final String MANIFEST = "manifest";
  public static final String DIGEST = "digest";
  public static final String BY = "by";
  public static final String AT = "at";
  public static final String SEEN = "seen";

  public static final long VERSION_MAX = 1_000_000;

  private static final int DIGEST_LENGTH = 64;

  public static final Kind KIND =
      new Kind(
          "packet",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.latest(VERSION, new Number(1, VERSION_MAX), PersonalClass.NEVER),
              Field.latest(MANIFEST, new TextOf(Kind.LONG_TEXT_MAX), PersonalClass.NEVER),
              Field.latest(DIGEST, new TextOf(DIGEST_LENGTH), PersonalClass.NEVER),
              Field.reference(BY, "person"),
              Field.latest(AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(SEEN, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)));

  public static Packet from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Packet(
        id,
        fields.reference(HANDOFF),
        fields.whole(VERSION).orElse(0L),
        fields.text(MANIFEST),
        fields.text(DIGEST),
        fields.reference(BY),
        fields.whole(AT).orElse(0L),
        fields.whole(SEEN).orElse(0L));
  }

  /**
   * A handoff has one packet of each version: of two that were submitted at once one is refused.
   */
  public static RecordId idOf(RecordId handoff, long version) {
    return new RecordId(Uuids.reserved("packet/" + handoff + "/" + version));
  }

  /** The fields a packet is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    handoff.ifPresent(its -> fields.put(HANDOFF, Value.text(its.toString())));
    by.ifPresent(its -> fields.put(BY, Value.text(its.toString())));
    fields.put(VERSION, Value.whole(version));
    fields.put(MANIFEST, Value.text(manifest));
    fields.put(DIGEST, Value.text(digest));
    fields.put(AT, Value.whole(atMillis));
    fields.put(SEEN, Value.whole(seen));
    return fields;
  }

  /** A packet of these bytes. */
  public static Packet of(
      RecordId handoff,
      long version,
      byte[] manifest,
      Optional<RecordId> by,
      long atMillis,
      long seen) {
    return new Packet(
        idOf(handoff, version),
        Optional.of(handoff),
        version,
        new String(manifest, StandardCharsets.UTF_8),
        Sha256.hex(manifest),
        by,
        atMillis,
        seen);
  }
}
