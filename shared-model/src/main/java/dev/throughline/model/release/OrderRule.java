package dev.throughline.model.release;

import dev.throughline.model.access.Role;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an order must be: made once, by whoever orders it, from bytes that mean one thing only. An
 * emergency is ordered by an incident lead alone, who has signed it; reverts only the server makes.
 */
public final class OrderRule {
  private OrderRule() {}

  /**
   * Why somebody may not do this to an order, as a sentence; empty when they may.
   *
   * @param isNew whether it is to be made
   * @param written what the fields that are written hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   * @param roles theirs
   */
  public static Optional<String> refusal(
      RecordId record,
      boolean isNew,
      Map<String, Value> written,
      Action action,
      Optional<RecordId> me,
      Set<Role> roles) {
    if (!isNew || action != Action.EDIT) {
      return Optional.of("An order stays as it was given.");
    }
    RollbackOrder order = RollbackOrder.from(record, written);
    Optional<Words> words = order.words();
    if (words.isEmpty()
        || !record.equals(words.get().order())
        || !order.handoff().equals(Optional.of(words.get().handoff()))
        || !order.release().equals(Optional.of(words.get().release()))) {
      return Optional.of("The order is not what its digest and its id say.");
    }
    if (order.by().isEmpty() || !order.by().equals(me)) {
      return Optional.of("An order is given under one's own name.");
    }
    if (words.get().reason().isBlank()) {
      return Optional.of("An order says why.");
    }
    return switch (words.get().purpose()) {
      case REVERT -> Optional.of("A revert is opened by the server alone.");
      case EMERGENCY ->
          roles.contains(Role.INCIDENT_LEAD) && !order.envelope().isEmpty()
              ? Optional.empty()
              : Optional.of("In an emergency an incident lead orders it, and signs it.");
      case ROLLBACK -> Optional.empty();
    };
  }

  /** The id of an order with these fields. */
  public static Optional<RecordId> idOf(FieldMap fields) {
    return OrderReader.read(fields.text(RollbackOrder.DOCUMENT).getBytes(StandardCharsets.UTF_8))
        .map(Words::order);
  }

  /**
   * Whether whoever gives an order has signed these very bytes, with a key of theirs that counts.
   *
   * @param keys finds the record of a key by what envelopes hint at
   */
  public static boolean isSigned(
      RollbackOrder order, Optional<RecordId> person, Function<String, Optional<DeviceKey>> keys) {
    byte[] bytes = order.envelope().getBytes(StandardCharsets.UTF_8);
    if (!(Envelope.parse(bytes, Set.of(RollbackOrder.PAYLOAD_TYPE))
            instanceof Envelope.Parsed.Read(Envelope envelope))
        || envelope.signatures().size() != 1) {
      return false;
    }
    Envelope.Signed signed = envelope.signatures().getFirst();
    return Arrays.equals(envelope.payload(), order.document().getBytes(StandardCharsets.UTF_8))
        && keys.apply(signed.keyId())
            .filter(key -> key.state() == KeyState.ENROLLED && key.person().equals(person))
            .flatMap(DeviceKey::key)
            .filter(spki -> envelope.isSigned(signed, spki))
            .isPresent();
  }
}
