package dev.throughline.model.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String TYPE = "application/vnd.throughline.test+json";
  private static final Set<String> TYPES = Set.of(TYPE);
  private static final byte[] PAYLOAD = "{\"ask\":\"go\"}".getBytes(StandardCharsets.UTF_8);

  private static KeyPair key() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static Envelope signed(KeyPair key) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key.getPrivate());
    signer.update(Envelope.toBeSigned(TYPE, PAYLOAD));
    Envelope.Signature signature = Envelope.Signature.of(signer.sign()).orElseThrow();
    return Envelope.of(TYPE, PAYLOAD, List.of(new Envelope.Signed("one", signature)));
  }

  private static boolean holds(byte[] bytes, KeyPair key) {
    return Envelope.parse(bytes, TYPES) instanceof Envelope.Parsed.Read(Envelope envelope)
        && envelope.signatures().stream()
            .allMatch(signed -> envelope.isSigned(signed, key.getPublic().getEncoded()));
  }

  @Test
  void whatIsSignedIsTypeLengthAndPayload() {
    byte[] body = "hello world".getBytes(StandardCharsets.UTF_8);
    assertThat(
            new String(
                Envelope.toBeSigned("http://example.com/HelloWorld", body), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void aSignatureHoldsForItsKeyAndNoOther() throws GeneralSecurityException {
    KeyPair key = key();
    byte[] bytes = signed(key).toBytes();
    assertThat(holds(bytes, key)).isTrue();
    assertThat(holds(bytes, key())).isFalse();
  }

  @Test
  void anyChangedByteLeavesNoSignature() throws GeneralSecurityException {
    KeyPair key = key();
    byte[] bytes = signed(key).toBytes();
    String keyId = "\"keyid\":\"one\"";
    int hint = new String(bytes, StandardCharsets.UTF_8).indexOf(keyId);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      boolean isHint = at >= hint + keyId.length() - 4 && at < hint + keyId.length() - 1;
      // Which key it was is only a hint, and not signed.
      assertThat(holds(changed, key)).as("byte " + at).isEqualTo(isHint);
    }
  }

  private static String signature(String envelope) {
    Matcher found = Pattern.compile("\"sig\":\"([^\"]*)\"").matcher(envelope);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void urlSafeLettersMeanTheSame() throws GeneralSecurityException {
    KeyPair key = key();
    String text = new String(signed(key).toBytes(), StandardCharsets.UTF_8);
    String sig = signature(text);
    String urlSafe = text.replace(sig, sig.replace('+', '-').replace('/', '_'));
    assertThat(holds(urlSafe.getBytes(StandardCharsets.UTF_8), key)).isTrue();
  }

  @Test
  void oneSignatureIsWrittenInOneWay() throws GeneralSecurityException {
    KeyPair key = key();
    String text = new String(signed(key).toBytes(), StandardCharsets.UTF_8);
    String sig = signature(text);
    char last = sig.charAt(sig.length() - 3);
    for (String other :
        List.of(
            sig.substring(0, sig.length() - 2),
            sig.substring(0, sig.length() - 3) + (char) (last + 1) + "==")) {
      assertThat(holds(text.replace(sig, other).getBytes(StandardCharsets.UTF_8), key)).isFalse();
    }
  }

  @Test
  void otherShapesAndTypesAreRefused() throws GeneralSecurityException {
    byte[] good = signed(key()).toBytes();
    String text = new String(good, StandardCharsets.UTF_8);
    assertThat(Envelope.parse(good, Set.of("text/plain")))
        .isInstanceOf(Envelope.Parsed.Refused.class);
    for (String bad :
        List.of(
            "[]",
            "{}",
            text.replace("{\"payload\"", "{\"more\":1,\"payload\""),
            text.replace("\"keyid\":\"one\"", "\"keyid\":1"),
            text.replace("\"keyid\":\"one\"", "\"alg\":\"none\""),
            text.replaceAll("\"signatures\":.*", "\"signatures\":[]}"),
            text.replaceAll("\"sig\":\"[^\"]*\"", "\"sig\":\"AAAA\""))) {
      assertThat(Envelope.parse(bad.getBytes(StandardCharsets.UTF_8), TYPES))
          .as(bad)
          .isInstanceOf(Envelope.Parsed.Refused.class);
    }
  }

  @Test
  void publishedSignaturesHoldOrFailAsTheySay() throws Exception {
    byte[] file = Files.readAllBytes(Vectors.at("ed25519_test.json"));
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Json group : items(member(read(file), "testGroups"))) {
      byte[] raw = hex(member(member(group, "publicKey"), "pk"));
      byte[] spki = Ed25519.spki(raw).orElseThrow();
      for (Json test : items(member(group, "tests"))) {
        boolean holds = Ed25519.verifies(spki, hex(member(test, "msg")), hex(member(test, "sig")));
        if (holds != text(member(test, "result")).equals("valid")) {
          wrong.add(String.valueOf(member(test, "tcId")));
        }
        count++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(151);
  }

  @Test
  void whatIsNoKeyVerifiesNothing() {
    assertThat(Ed25519.spki(new byte[31])).isEmpty();
    assertThat(Ed25519.verifies(new byte[44], new byte[0], new byte[64])).isFalse();
    assertThat(Ed25519.verifies(new byte[0], new byte[0], new byte[64])).isFalse();
  }

  private static Json read(byte[] bytes) {
    return ((Json.Parsed.Read) Json.parse(bytes)).json();
  }

  private static Json member(Json json, String name) {
    Map<String, Json> members = ((Json.Members) json).members();
    return Objects.requireNonNull(members.get(name));
  }

  private static List<Json> items(Json json) {
    return ((Json.Items) json).items();
  }

  private static String text(Json json) {
    return ((Json.Text) json).text();
  }

  private static byte[] hex(Json json) {
    return HexFormat.of().parseHex(text(json));
  }
}
