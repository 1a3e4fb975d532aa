package dev.throughline.model.recording;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secret under which the recordings of one interview are sealed. Whoever may hear them has it;
 * when it is erased everywhere, they are noise wherever a copy lies.
 *
 * @param secret 32 random bytes, in base64
 */
public record MediaKey(RecordId id, Optional<RecordId> interview, String secret) {
  public static final String INTERVIEW = "interview";
  public static final String SECRET = "secret";

  /** The length of a secret, in bytes. */
  public static final int SECRET_BYTES = 32;

  public static final Kind KIND =
      new Kind(
          "media-key",
          Family.MEMORY,
          INTERVIEW,
          "",
          List.of(
              Field.reference(INTERVIEW, "interview"),
              Field.latest(SECRET, new TextOf(44), PersonalClass.PERSONAL)));

  public static MediaKey from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new MediaKey(id, fields.reference(INTERVIEW), fields.text(SECRET));
  }

  /** The fields of a new key. */
  public static Map<String, Value> fields(RecordId interview, byte[] secret) {
    return Map.of(
        INTERVIEW, Value.text(interview.toString()), SECRET, Value.text(Base64s.write(secret)));
  }

  /** The secret's bytes; empty when it was erased or is none. */
  public Optional<byte[]> bytes() {
    return Base64s.read(secret).filter(bytes -> bytes.length == SECRET_BYTES);
  }
}
