package dev.throughline.model.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A signed payload with its type, after DSSE 1.0.2. The signature covers the very bytes of the
 * payload; they are read only once it holds, and never written anew.
 */
public final class Envelope {
  /** Most signatures one envelope may carry. */
  public static final int SIGNATURES_MAX = 50;

  private static final String PAYLOAD = "payload";
  private static final String PAYLOAD_TYPE = "payloadType";
  private static final String SIGNATURES = "signatures";
  private static final String SIG = "sig";
  private static final String KEY_ID = "keyid";

  private final String payloadType;
  private final byte[] payload;
  private final List<Signed> signatures;

  private Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
    this.payloadType = payloadType;
    this.payload = payload;
    this.signatures = List.copyOf(signatures);
  }

  /**
   * One signature.
   *
   * @param keyId which key made it, as a hint; a registry says which keys count
   */
  public record Signed(String keyId, Signature signature) {}

  /** The bytes of a signature of Ed25519. */
  public static final class Signature {
    private final byte[] bytes;

    private Signature(byte[] bytes) {
      this.bytes = bytes;
    }

    /** The same bytes; empty unless there are {@link Ed25519#SIGNATURE_LENGTH}. */
    public static Optional<Signature> of(byte[] bytes) {
      return bytes.length == Ed25519.SIGNATURE_LENGTH
          ? Optional.of(new Signature(bytes.clone()))
          : Optional.empty();
    }

    public byte[] toBytes() {
      return bytes.clone();
    }
  }

  /** What bytes turn out to be. */
  public sealed interface Parsed {
    record Read(Envelope envelope) implements Parsed {}

    /**
     * They are none, or of a type nobody asked for.
     *
     * @param why what is wrong, in words that hold nothing of the document
     */
    record Refused(String why) implements Parsed {}
  }

  /** A payload with signatures that were made over {@link #toBeSigned}. */
  public static Envelope of(String payloadType, byte[] payload, List<Signed> signatures) {
    return new Envelope(payloadType, payload.clone(), signatures);
  }

  /** The bytes a signature covers: DSSE's pre-authentication encoding. */
  public static byte[] toBeSigned(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /**
   * Reads an envelope. Members it does not know are refused: a signed document means what every
   * reader of it knows.
   *
   * @param types the types of payload that mean something here
   */
  public static Parsed parse(byte[] bytes, Set<String> types) {
    return switch (Json.parse(bytes)) {
      case Json.Parsed.Malformed(int _, String why) -> new Parsed.Refused(why);
      case Json.Parsed.Read(Json.Members(var members)) -> read(members, types);
      case Json.Parsed.Read _ -> new Parsed.Refused("no object");
    };
  }

  private static Parsed read(Map<String, Json> members, Set<String> types) {
    boolean isShaped =
        members.keySet().equals(Set.of(PAYLOAD, PAYLOAD_TYPE, SIGNATURES))
            && members.get(SIGNATURES) instanceof Json.Items;
    if (!isShaped || !(members.get(SIGNATURES) instanceof Json.Items(var items))) {
      return new Parsed.Refused("not payload, payloadType and signatures");
    }
    if (!(members.get(PAYLOAD_TYPE) instanceof Json.Text(String type)) || !types.contains(type)) {
      return new Parsed.Refused("a type of payload that means nothing here");
    }
    Optional<byte[]> payload = base64(members.get(PAYLOAD));
    if (payload.isEmpty() || items.isEmpty() || items.size() > SIGNATURES_MAX) {
      return new Parsed.Refused(
          "the payload is not base64, or there are no or too many signatures");
    }
    List<Signed> signatures = new ArrayList<>();
    for (Json item : items) {
      Optional<Signed> signed = signed(item);
      if (signed.isEmpty()) {
        return new Parsed.Refused("a signature is not one of 64 bytes");
      }
      signatures.add(signed.get());
    }
    return new Parsed.Read(new Envelope(type, payload.get(), signatures));
  }

  private static Optional<Signed> signed(Json item) {
    if (!(item instanceof Json.Members(var members))
        || !Set.of(KEY_ID, SIG).containsAll(members.keySet())) {
      return Optional.empty();
    }
    Json hint = members.getOrDefault(KEY_ID, new Json.Text(""));
    return hint instanceof Json.Text(String keyId)
        ? base64(members.get(SIG)).flatMap(Signature::of).map(bytes -> new Signed(keyId, bytes))
        : Optional.empty();
  }

  /** Standard or URL-safe, as DSSE allows; with bits behind the last byte it is neither. */
  private static Optional<byte[]> base64(@Nullable Json json) {
    if (!(json instanceof Json.Text(String text))) {
      return Optional.empty();
    }
    boolean isUrlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      byte[] bytes = (isUrlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
      Base64.Encoder same = isUrlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
      return same.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public String payloadType() {
    return payloadType;
  }

  /** The bytes that were signed. */
  public byte[] payload() {
    return payload.clone();
  }

  public List<Signed> signatures() {
    return signatures;
  }

  /**
   * Whether a signature is that of a key over this type and payload.
   *
   * @param spki the public key in its DER form, from a registry and never from the envelope
   */
  public boolean isSigned(Signed signed, byte[] spki) {
    return Ed25519.verifies(spki, toBeSigned(payloadType, payload), signed.signature().bytes);
  }

  /** The envelope as JSON in its canonical form. */
  public byte[] toBytes() {
    List<Json> written = new ArrayList<>();
    for (Signed signed : signatures) {
      written.add(
          new Json.Members(
              new TreeMap<>(
                  Map.of(
                      KEY_ID,
                      new Json.Text(signed.keyId()),
                      SIG,
                      text(signed.signature().bytes)))));
    }
    return new Json.Members(
            new TreeMap<>(
                Map.of(
                    PAYLOAD, text(payload),
                    PAYLOAD_TYPE, new Json.Text(payloadType),
                    SIGNATURES, new Json.Items(written))))
        .canonical();
  }

  private static Json text(byte[] bytes) {
    return new Json.Text(Base64.getEncoder().encodeToString(bytes));
  }
}
