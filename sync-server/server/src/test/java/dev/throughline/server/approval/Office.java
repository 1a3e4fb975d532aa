package dev.throughline.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Every;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.people.FakeIssuer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Somebody at their desk: a device, the person who signed in, and their key. */
public final class Office {
  /** No test takes longer. */
  private static final Duration LONGEST = Duration.ofHours(6);

  public final TestDevice device;
  public final RecordId person;
  final KeyPair pair;

  Office(FakeIssuer issuer, int port, String name, String... groups) throws Exception {
    String token =
        issuer.signed(
            issuer
                .claims()
                .subject(name)
                .claim("groups", List.of(groups))
                .expirationTime(Date.from(Instant.now().plus(LONGEST)))
                .build());
    device = new TestDevice(new TestHttp(port, Encoding.CBOR, token), name);
    person = device.hello().standing().orElseThrow().person().orElseThrow();
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  static Map<String, FieldChange> puts(Map<String, Value> values) {
    Map<String, FieldChange> fields = new TreeMap<>();
    values.forEach((name, value) -> fields.put(name, FieldChange.put(value)));
    return fields;
  }

  public Outcome write(RecordId record, String kind, Map<String, Value> values) {
    return device.send(device.edit(record, kind, device.hello().head(), puts(values)));
  }

  public RecordId handoff(String title) {
    RecordId id = TestDevice.newRecord();
    assertThat(write(id, Handoff.KIND.name(), Map.of(Handoff.TITLE, Value.text(title))))
        .isInstanceOf(Outcome.Applied.class);
    return id;
  }

  /** Submits the next version with these costs and data. */
  public Packet submit(RecordId handoff, long version, String totalMinor, String data) {
    Packet packet = packet(handoff, version, totalMinor, data);
    // As desktops do: a new record builds on nothing.
    assertThat(
            device.send(device.edit(packet.id(), Packet.KIND.name(), 0, puts(packet.toFields()))))
        .isInstanceOf(Outcome.Applied.class);
    return packet;
  }

  Packet packet(RecordId handoff, long version, String totalMinor, String data) {
    costs(handoff, totalMinor);
    set(handoff, Handoff.KIND, Map.of(Handoff.DATA, Value.text(data)));
    return packet(handoff, version, device.hello().head());
  }

  /** One of somebody who has seen the log up to a number. */
  Packet packet(RecordId handoff, long version, String totalMinor, String data, long seen) {
    costs(handoff, totalMinor);
    set(handoff, Handoff.KIND, Map.of(Handoff.DATA, Value.text(data)));
    return packet(handoff, version, seen);
  }

  /** What a desktop would submit now. */
  public Packet packet(RecordId handoff, long version, long seen) {
    return Packet.of(
        handoff,
        version,
        new Pulled(device).manifest(handoff, version),
        Optional.of(person),
        7,
        seen);
  }

  /** Gives a handoff its one cost line. */
  public void costs(RecordId handoff, String totalMinor) {
    set(
        new RecordId(UUID.nameUUIDFromBytes(handoff.toString().getBytes(StandardCharsets.UTF_8))),
        Cost.KIND,
        Map.of(
            Cost.HANDOFF, Value.text(handoff.toString()),
            Cost.AMOUNT, new Money(Long.parseLong(totalMinor), "EUR").toValue(),
            Cost.EVERY, Value.text(Every.ONCE.wireName())));
  }

  /** Writes what is not like this yet. */
  public void set(RecordId record, Kind kind, Map<String, Value> fields) {
    Map<String, Value> now = new Pulled(device).fields(record);
    if (!fields.entrySet().stream().allMatch(its -> its.getValue().equals(now.get(its.getKey())))) {
      assertThat(write(record, kind.name(), fields)).isInstanceOf(Outcome.Applied.class);
    }
  }

  byte[] spki() {
    return pair.getPublic().getEncoded();
  }

  RecordId keyRecord() {
    return DeviceKey.idOf(spki());
  }

  public DeviceKey key() {
    return DeviceKey.from(keyRecord(), device.record(keyRecord()));
  }

  /** Brings the key and shows that it is held. */
  void bring() throws GeneralSecurityException {
    assertThat(
            write(
                keyRecord(),
                DeviceKey.KIND.name(),
                Map.of(
                    DeviceKey.PERSON, Value.text(person.toString()),
                    DeviceKey.DEVICE, Value.text("a laptop"),
                    DeviceKey.SPKI, Value.text(Base64s.write(spki())))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(key().state()).isEqualTo(KeyState.ASKED);
    prove();
  }

  void prove() throws GeneralSecurityException {
    write(
        keyRecord(),
        DeviceKey.KIND.name(),
        Map.of(DeviceKey.PROOF, Value.text(Base64s.write(sign(key().challenge())))));
  }

  /** Says of somebody else's key that it is theirs. */
  Outcome confirm(Office other) {
    return write(
        other.keyRecord(),
        DeviceKey.KIND.name(),
        Map.of(DeviceKey.CONFIRMED_BY, Value.text(person.toString())));
  }

  Outcome revoke(Office other) {
    return write(
        other.keyRecord(),
        DeviceKey.KIND.name(),
        Map.of(DeviceKey.REVOKED_BY, Value.text(person.toString())));
  }

  private byte[] sign(byte[] message) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(message);
    return signer.sign();
  }

  public Approval approval(RecordId handoff) {
    RecordId id = Approval.idOf(handoff);
    return Approval.from(id, device.record(id));
  }

  /** An answer to what waits now. */
  public String envelope(RecordId handoff, Answer answer) throws GeneralSecurityException {
    Approval now = approval(handoff);
    RecordId subject = now.packet().orElseThrow();
    return envelope(now, Packet.from(subject, device.record(subject)).digest(), answer);
  }

  public String envelope(Approval now, String digest, Answer answer)
      throws GeneralSecurityException {
    Statement said =
        new Statement(
            digest,
            now.handoff().orElseThrow(),
            now.caseDigest(),
            person,
            answer,
            answer == Answer.GO_WITH_CONDITIONS
                ? List.of(
                    new Statement.Condition(
                        "Licences first", Optional.empty(), LocalDate.of(2026, 12, 1)))
                : List.of(),
            answer == Answer.NO_GO ? "Too early." : "",
            7);
    return sealed(Statement.PAYLOAD_TYPE, said.bytes());
  }

  /** A payload with a signature of the key here. */
  public String sealed(String type, byte[] payload) throws GeneralSecurityException {
    byte[] signed = sign(Envelope.toBeSigned(type, payload));
    return new String(
        Envelope.of(
                type,
                payload,
                List.of(
                    new Envelope.Signed(
                        DeviceKey.keyId(spki()), Envelope.Signature.of(signed).orElseThrow())))
            .toBytes(),
        StandardCharsets.UTF_8);
  }

  Op vote(RecordId packet, String envelope) {
    Map<String, Value> fields = new HashMap<>();
    fields.put(Vote.PACKET, Value.text(packet.toString()));
    fields.put(Vote.ENVELOPE, Value.text(envelope));
    return device.edit(Vote.idOf(envelope), Vote.KIND.name(), 0, puts(fields));
  }

  /** Votes on what waits now, and reads what became of it. */
  public Vote answer(RecordId handoff, Answer answer) throws GeneralSecurityException {
    return bring(approval(handoff).packet().orElseThrow(), envelope(handoff, answer));
  }

  /** Votes on an order, and reads what became of it. */
  public Vote answerOrder(RecordId order, Answer answer) throws GeneralSecurityException {
    String digest = RollbackOrder.from(order, device.record(order)).digest();
    return bring(order, envelope(approval(order), digest, answer));
  }

  /** Brings a vote that was signed before. */
  public Vote bring(RecordId packet, String envelope) {
    device.send(vote(packet, envelope));
    return read(envelope);
  }

  Vote read(String envelope) {
    RecordId id = Vote.idOf(envelope);
    return Vote.from(id, device.record(id));
  }
}
