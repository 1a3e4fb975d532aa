package dev.throughline.desktop.approval;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Statement.Condition;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Base64s;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The key of this device, and what is done with it. Not on the UI thread. */
public final class Signing {
  private static final int DEVICE_USUAL_MAX = DeviceKey.DEVICE_LENGTH_MAX;

  private final Ledger ledger;
  private final KeyFile file;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Supplier<String> device;

  /**
   * @param device what this computer is called
   */
  public Signing(
      Ledger ledger,
      KeyFile file,
      InstantSource clock,
      SecureRandom random,
      Supplier<String> device) {
    this.ledger = ledger;
    this.file = file;
    this.clock = clock;
    this.random = random;
    this.device = device;
  }

  LocalStore store() {
    return ledger.store();
  }

  private Optional<SigningKey> key() {
    return file.read().flatMap(SigningKey::of);
  }

  /** What is known of the key of this device; empty while it has none that was brought. */
  public Optional<DeviceKey> mine() {
    return key().flatMap(its -> find(DeviceKey.idOf(its.spki())));
  }

  private Optional<DeviceKey> find(RecordId id) {
    return store()
        .find(id)
        .filter(view -> view.kind().equals(DeviceKey.KIND.name()))
        .map(view -> DeviceKey.from(view.id(), view.fields()));
  }

  /** Makes a key, once, and tells the team of its public part. */
  public Optional<SaveResult.NotSaved> bring() {
    Optional<RecordId> me = store().rights().person();
    if (me.isEmpty()) {
      return Optional.empty();
    }
    // A key that was revoked, or another person's on this computer, is of no use any more.
    Optional<SigningKey> kept =
        key()
            .filter(
                its ->
                    find(DeviceKey.idOf(its.spki()))
                        .map(
                            known -> known.state() != KeyState.REVOKED && known.person().equals(me))
                        .orElse(true));
    SigningKey key = kept.orElseGet(() -> SigningKey.make(random));
    if (kept.isEmpty() && !file.write(key.toBytes())) {
      return Optional.of(new SaveResult.NotSaved("KEY-01", Texts.text("approval.key.notKept")));
    }
    String name = device.get();
    RecordId id = DeviceKey.idOf(key.spki());
    if (find(id).isPresent()) {
      return Optional.empty();
    }
    return save(
        new Draft.Set(
            id,
            DeviceKey.KIND.name(),
            Map.of(
                DeviceKey.PERSON, Value.text(me.get().toString()),
                DeviceKey.DEVICE,
                    Value.text(name.substring(0, Math.min(DEVICE_USUAL_MAX, name.length()))),
                DeviceKey.SPKI, Value.text(Base64s.write(key.spki())))));
  }

  private Optional<SaveResult.NotSaved> save(Draft draft) {
    return ledger.record(List.of(draft)) instanceof SaveResult.NotSaved why
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Shows that the key of this device is held, once the server has given its nonce. */
  public void prove() {
    Optional<SigningKey> key = key();
    mine()
        .filter(its -> its.state() == KeyState.ASKED)
        .filter(its -> !its.nonce().isEmpty() && its.proof().isEmpty())
        .ifPresent(
            its ->
                save(
                    new Draft.Set(
                        its.id(),
                        DeviceKey.KIND.name(),
                        Map.of(
                            DeviceKey.PROOF,
                            Value.text(Base64s.write(key.orElseThrow().sign(its.challenge())))))));
  }

  /** Says of the key of somebody else that it is theirs. */
  public Optional<SaveResult.NotSaved> confirm(DeviceKey key) {
    return stamp(key, DeviceKey.CONFIRMED_BY);
  }

  /** Ends a key, for good. */
  public Optional<SaveResult.NotSaved> revoke(DeviceKey key) {
    return stamp(key, DeviceKey.REVOKED_BY);
  }

  private Optional<SaveResult.NotSaved> stamp(DeviceKey key, String field) {
    return store()
        .rights()
        .person()
        .flatMap(
            me ->
                save(
                    new Draft.Set(
                        key.id(),
                        DeviceKey.KIND.name(),
                        Map.of(field, Value.text(me.toString())))));
  }

  /** What became of signing. */
  public sealed interface Signed {
    record Done(RecordId vote) implements Signed {}

    /** There is no key here that could sign. */
    record NoKey() implements Signed {}

    record NotSaved(SaveResult.NotSaved why) implements Signed {}
  }

  /** Signs an answer to what waits; it counts once the server has taken it in. */
  public Signed sign(SignCase about, Answer answer, List<Condition> conditions, String note) {
    Statement said =
        new Statement(
            about.subject().digest(),
            about.handoff(),
            about.approval().caseDigest(),
            about.me().orElseThrow(),
            answer,
            conditions,
            note,
            clock.millis());
    Optional<String> sealed = seal(Statement.PAYLOAD_TYPE, said.bytes());
    if (sealed.isEmpty()) {
      return new Signed.NoKey();
    }
    String text = sealed.get();
    RecordId id = Vote.idOf(text);
    return save(new Draft.Set(
            id,
            Vote.KIND.name(),
            Map.of(
                Vote.PACKET, Value.text(about.subject().id().toString()),
                Vote.ENVELOPE, Value.text(text))))
        .<Signed>map(Signed.NotSaved::new)
        .orElseGet(() -> new Signed.Done(id));
  }

  /**
   * An envelope of DSSE over these bytes, signed with the key of this device; empty without one.
   *
   * @param type of the payload
   */
  public Optional<String> seal(String type, byte[] payload) {
    return key()
        .map(
            its -> {
              byte[] signature = its.sign(Envelope.toBeSigned(type, payload));
              Envelope envelope =
                  Envelope.of(
                      type,
                      payload,
                      List.of(
                          new Envelope.Signed(
                              DeviceKey.keyId(its.spki()),
                              Envelope.Signature.of(signature).orElseThrow())));
              return new String(envelope.toBytes(), StandardCharsets.UTF_8);
            });
  }

  /** Every key the team knows, those that wait first. */
  public List<DeviceKey> keys() {
    return store().findAll(store().newestIds(DeviceKey.KIND.name())).values().stream()
        .map((RecordView view) -> DeviceKey.from(view.id(), view.fields()))
        .sorted(
            Comparator.comparing((DeviceKey key) -> key.state() != KeyState.PROVED)
                .thenComparing(DeviceKey::state)
                .thenComparing(DeviceKey::id))
        .toList();
  }
}
