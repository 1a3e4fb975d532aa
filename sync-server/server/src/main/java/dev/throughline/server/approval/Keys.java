package dev.throughline.server.approval;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Aftermath.Done;
import dev.throughline.server.log.Aftermath.Records;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Leads keys from asking to counting: a nonce, the proof, somebody else's word. */
final class Keys {
  private static final int NONCE_BYTES = 32;

  private final Records records;
  private final RecordId person;

  Keys(Records records, RecordId person) {
    this.records = records;
    this.person = person;
  }

  void look(Done done) {
    DeviceKey key = DeviceKey.from(done.after().id(), done.after().fields());
    if (done.before().isAbsent()) {
      String nonce = HexFormat.of().formatHex(records.random(NONCE_BYTES));
      write(
          key,
          Map.of(
              DeviceKey.NONCE, Value.text(nonce),
              DeviceKey.STATE, Value.text(KeyState.ASKED.wireName())));
      return;
    }
    next(key, done.op().fields().keySet().iterator().next())
        .filter(state -> state != key.state())
        .ifPresent(state -> write(key, Map.of(DeviceKey.STATE, Value.text(state.wireName()))));
  }

  private Optional<KeyState> next(DeviceKey key, String changed) {
    if (key.state() == KeyState.REVOKED) {
      return Optional.empty();
    }
    return switch (changed) {
      case DeviceKey.PROOF ->
          key.state() == KeyState.ASKED && key.isProved()
              ? Optional.of(KeyState.PROVED)
              : Optional.empty();
      case DeviceKey.CONFIRMED_BY ->
          key.state() == KeyState.PROVED && !key.person().equals(Optional.of(person))
              ? Optional.of(KeyState.ENROLLED)
              : Optional.empty();
      case DeviceKey.REVOKED_BY -> Optional.of(KeyState.REVOKED);
      default -> Optional.empty();
    };
  }

  private void write(DeviceKey key, Map<String, Value> fields) {
    records.write(key.id(), DeviceKey.KIND.name(), fields);
  }
}
