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
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Ed25519;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A key that signs on one device of one person. The private part never leaves the device. What the
 * server writes of it are nonce and state.
 *
 * @param device what the device is called
 * @param spki the public part in its DER form, in base64
 * @param nonce what the owner signs to show that they hold the key
 * @param proof the signature over {@link #challenge}, in base64
 * @param confirmedBy who compared its fingerprint with its owner
 * @param revokedBy who revoked it
 */
public record DeviceKey(
    RecordId id,
    Optional<RecordId> person,
    String device,
    String spki,
    String nonce,
    String proof,
    KeyState state,
    Optional<RecordId> confirmedBy,
    Optional<RecordId> revokedBy) {
  public static final String PERSON = "person";
  public static final String DEVICE = "device";
  public static final String SPKI = "spki";
  public static final String NONCE = "nonce";
  public static final String PROOF = "proof";
  public static final String STATE = "state";
  public static final String CONFIRMED_BY = "confirmedBy";
  public static final String REVOKED_BY = "revokedBy";

  public static final int DEVICE_LENGTH_MAX = 100;

  /** Hexadecimal digits of a nonce. */
  public static final int NONCE_LENGTH = 64;

  private static final int SPKI_LENGTH_MAX = 100;
  private static final int PROOF_LENGTH_MAX = 100;

  public static final Kind KIND =
      new Kind(
          "device-key",
          Family.PRODUCT,
          "",
          "",
          List.of(
              Field.reference(PERSON, "person"),
              Field.latest(DEVICE, new TextOf(DEVICE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(SPKI, new TextOf(SPKI_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(NONCE, new TextOf(NONCE_LENGTH), PersonalClass.NEVER),
              Field.latest(PROOF, new TextOf(PROOF_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STATE, Choices.of(KeyState.class), PersonalClass.NEVER),
              Field.reference(CONFIRMED_BY, "person"),
              Field.reference(REVOKED_BY, "person")));

  /** The same as somebody else has confirmed it. */
  public DeviceKey enrolled() {
    return new DeviceKey(
        id, person, device, spki, nonce, proof, KeyState.ENROLLED, confirmedBy, revokedBy);
  }

  public static DeviceKey from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new DeviceKey(
        id,
        fields.reference(PERSON),
        fields.text(DEVICE),
        fields.text(SPKI),
        fields.text(NONCE),
        fields.text(PROOF),
        KeyState.of(fields.text(STATE)),
        fields.reference(CONFIRMED_BY),
        fields.reference(REVOKED_BY));
  }

  /** A key has one record, whoever says that it is theirs. */
  public static RecordId idOf(byte[] spki) {
    return idOf(keyId(spki));
  }

  /** The same by what envelopes hint at it with. */
  public static RecordId idOf(String keyId) {
    return new RecordId(Uuids.reserved("device-key/" + keyId));
  }

  /** By which envelopes hint at a key: SHA-256 over its DER form. */
  public static String keyId(byte[] spki) {
    return Sha256.hex(spki);
  }

  /** The public part; empty when it is not that of an Ed25519 key. */
  public Optional<byte[]> key() {
    return Base64s.read(spki).filter(Ed25519::isKey);
  }

  /** The bytes that show who holds the key, for which person and which nonce. */
  public byte[] challenge() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("device", new Json.Text(device));
    members.put("nonce", new Json.Text(nonce));
    members.put("person", new Json.Text(person.map(RecordId::toString).orElse("")));
    members.put("spki", new Json.Text(spki));
    return new Json.Members(members).canonical();
  }

  /** Whether the proof is that of this key over the challenge. */
  public boolean isProved() {
    return !nonce.isEmpty()
        && key()
            .flatMap(
                its ->
                    Base64s.read(proof).map(signed -> Ed25519.verifies(its, challenge(), signed)))
            .orElse(false);
  }
}
