package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a packet must be: made once, by whoever submits it, from bytes that mean one thing only, and
 * the next version of its handoff. It is never changed and never put away.
 */
public final class PacketRule {
  private PacketRule() {}

  /**
   * Why somebody may not do this to a packet, as a sentence; empty when they may.
   *
   * @param record its id
   * @param isNew whether it is to be made
   * @param written what its fields hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   * @param hasPrevious whether the packet of the version before is there
   */
  public static Optional<String> refusal(
      RecordId record,
      boolean isNew,
      Map<String, Value> written,
      Action action,
      Optional<RecordId> me,
      boolean hasPrevious) {
    if (!isNew || action != Action.EDIT) {
      return Optional.of(
          "A submitted packet stays as it is. If this was a new one, somebody else submitted the"
              + " same version before.");
    }
    Packet packet = Packet.from(record, written);
    if (packet.handoff().filter(of -> record.equals(Packet.idOf(of, packet.version()))).isEmpty()) {
      return Optional.of("The id of a packet is that of its handoff and version.");
    }
    // Without a name it was submitted before anybody signed in on its computer.
    boolean isOwn = me.isEmpty() || packet.by().isEmpty() || packet.by().equals(me);
    if (!isOwn) {
      return Optional.of("A packet is submitted under one's own name.");
    }
    if (packet.version() < 1 || (packet.version() > 1 && !hasPrevious)) {
      return Optional.of("The version of a packet follows the one before.");
    }
    return isSound(packet)
        ? Optional.empty()
        : Optional.of("The packet is not what its digest, handoff and version say.");
  }

  /** The version before the one these fields name. */
  public static Optional<RecordId> previous(Map<String, Value> written) {
    FieldMap fields = new FieldMap(written);
    long version = fields.whole(Packet.VERSION).orElse(0L);
    return version <= 1
        ? Optional.empty()
        : fields.reference(Packet.HANDOFF).map(its -> Packet.idOf(its, version - 1));
  }

  /** Whether the bytes are canonical, of this handoff and version, and have the digest it names. */
  public static boolean isSound(Packet packet) {
    byte[] bytes = packet.manifest().getBytes(StandardCharsets.UTF_8);
    return packet.digest().equals(Sha256.hex(bytes))
        && Json.parse(bytes) instanceof Json.Parsed.Read(Json json)
        && Arrays.equals(json.canonical(), bytes)
        && json instanceof Json.Members(var members)
        && new Json.Text(Manifest.SCHEMA).equals(members.get("schema"))
        && packet
            .handoff()
            .map(its -> (Json) new Json.Text(its.toString()))
            .filter(its -> its.equals(members.get(Manifest.ID)))
            .isPresent()
        && new Json.Number(packet.version()).equals(members.get(Manifest.VERSION));
  }
}
