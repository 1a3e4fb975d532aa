package dev.throughline.model.audit;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyReader;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything about one handoff that somebody needs who wants to check what was signed, without any
 * server: its packets, the envelopes of its votes, the keys, the rules, and the chain of all that
 * happened, of which foreign events show only their digests. A file of one JSON object a line, each
 * read strictly; the first says what it is.
 *
 * @param orders those to take a version back, or to bring one back
 * @param chain digests of the events in order, from the first of the workspace
 * @param events those of this handoff and its keys, by their place in the chain, from 1
 * @param head the link after the last event
 * @param content a digest over all lines but the seal
 * @param seal what the server signed of it; empty in packages from before there were seals
 */
public record CasePackage(
    RecordId handoff,
    List<Packet> packets,
    List<RollbackOrder> orders,
    Map<String, String> envelopes,
    List<DeviceKey> keys,
    List<Policy> policies,
    List<String> chain,
    Map<Long, Json> events,
    String head,
    String content,
    Optional<PackageSeal.Sealed> seal) {
  static final String SCHEMA = "audit-package/v1";

  /** A line holds a whole document, in which any character may be written with six. */
  static final int LINE_BYTES_MAX = 8 << 20;

  /** What lines turn out to be. */
  public sealed interface Parsed {
    record Read(CasePackage of) implements Parsed {}

    /**
     * They are none.
     *
     * @param line the first that is wrong, from 1
     */
    record Unreadable(int line, String why) implements Parsed {}
  }

  /** Ends reading; told as {@link Parsed.Unreadable}. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    Stop(String why) {
      super(why, null, false, false);
    }
  }

  /** Collects lines while they are read. */
  private static final class Reading {
    Optional<RecordId> handoff = Optional.empty();
    final List<Packet> packets = new ArrayList<>();
    final List<RollbackOrder> orders = new ArrayList<>();
    final Map<String, String> envelopes = new HashMap<>();
    final List<DeviceKey> keys = new ArrayList<>();
    final List<Policy> policies = new ArrayList<>();
    final List<String> chain = new ArrayList<>();
    final Map<Long, Json> events = new TreeMap<>();
    String head = "";
    Optional<PackageSeal.Sealed> seal = Optional.empty();
  }

  /**
   * The packet, the order or the rule of that digest, read; empty when its bytes have another one.
   */
  Optional<Json> document(String digest) {
    return Stream.concat(
            Stream.concat(
                packets.stream().map(Packet::manifest), policies.stream().map(Policy::document)),
            orders.stream().map(RollbackOrder::document))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .filter(bytes -> Sha256.hex(bytes).equals(digest))
        .findFirst()
        .flatMap(
            bytes ->
                Json.parse(bytes) instanceof Json.Parsed.Read(Json json)
                    ? Optional.of(json)
                    : Optional.empty());
  }

  /** Reads a package line by line. */
  public static Parsed parse(List<String> lines) {
    Reading reading = new Reading();
    for (int i = 0; i < lines.size(); i++) {
      try {
        byte[] bytes = lines.get(i).getBytes(StandardCharsets.UTF_8);
        if (!(Json.parse(bytes, LINE_BYTES_MAX)
            instanceof Json.Parsed.Read(Json.Members(var members)))) {
          throw new Stop("no JSON object, or one that two readers could read differently");
        }
        take(members, reading, i == 0);
      } catch (Stop stop) {
        return new Parsed.Unreadable(i + 1, String.valueOf(stop.getMessage()));
      }
    }
    return reading.handoff.isEmpty() || reading.head.isEmpty()
        ? new Parsed.Unreadable(lines.size(), "its beginning or its end is missing")
        : new Parsed.Read(
            new CasePackage(
                reading.handoff.get(),
                List.copyOf(reading.packets),
                List.copyOf(reading.orders),
                Map.copyOf(reading.envelopes),
                List.copyOf(reading.keys),
                List.copyOf(reading.policies),
                List.copyOf(reading.chain),
                new TreeMap<>(reading.events),
                reading.head,
                PackageSeal.content(lines),
                reading.seal));
  }

  private static void take(Map<String, Json> members, Reading to, boolean isFirst) throws Stop {
    String type = text(members, "type");
    if (isFirst != type.equals("package")) {
      throw new Stop("the first line says what it is, and no other");
    }
    if (!to.head.isEmpty()) {
      throw new Stop("something follows the end");
    }
    switch (type) {
      case "package" -> {
        if (!text(members, "schema").equals(SCHEMA)) {
          throw new Stop("another schema");
        }
        to.handoff = Optional.of(record(members, "handoff"));
      }
      case "packet" -> to.packets.add(packet(members));
      case "order" -> to.orders.add(order(members));
      case "envelope" -> {
        String envelope = text(members, "envelope");
        to.envelopes.put(Sha256.hex(envelope.getBytes(StandardCharsets.UTF_8)), envelope);
      }
      case "key" -> to.keys.add(key(members));
      case "policy" -> to.policies.add(policy(members));
      case "event" -> event(text(members, "event"), to);
      case "digest" -> to.chain.add(digest(text(members, "digest")));
      case "seal" ->
          to.seal =
              Optional.of(
                  PackageSeal.read(text(members, "envelope"), text(members, "key"))
                      .orElseThrow(() -> new Stop("a seal that is not signed by its key")));
      case "head" -> to.head = digest(text(members, "link"));
      default -> throw new Stop("a line of a type nobody knows");
    }
  }

  private static void event(String event, Reading to) throws Stop {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    if (!(Json.parse(bytes) instanceof Json.Parsed.Read(Json json))) {
      throw new Stop("an event that cannot be read");
    }
    to.chain.add(Sha256.hex(bytes));
    to.events.put((long) to.chain.size(), json);
  }

  private static Packet packet(Map<String, Json> members) throws Stop {
    Map<String, Value> fields = new HashMap<>();
    fields.put(Packet.HANDOFF, Value.text(text(members, "handoff")));
    fields.put(Packet.MANIFEST, value(members, "manifest"));
    fields.put(Packet.DIGEST, value(members, "digest"));
    if (members.get("version") instanceof Json.Number(double version)) {
      fields.put(Packet.VERSION, Value.whole((long) version));
    }
    return Packet.from(record(members, "id"), fields);
  }

  private static RollbackOrder order(Map<String, Json> members) throws Stop {
    return RollbackOrder.from(
        record(members, "id"),
        Map.of(
            RollbackOrder.DOCUMENT, value(members, "document"),
            RollbackOrder.DIGEST, value(members, "digest"),
            RollbackOrder.ENVELOPE, value(members, "envelope")));
  }

  private static DeviceKey key(Map<String, Json> members) throws Stop {
    return new DeviceKey(
        record(members, "id"),
        Optional.of(record(members, "person")),
        "",
        text(members, "spki"),
        "",
        "",
        KeyState.ASKED,
        Optional.empty(),
        Optional.empty());
  }

  private static Policy policy(Map<String, Json> members) throws Stop {
    byte[] bytes = text(members, "document").getBytes(StandardCharsets.UTF_8);
    return switch (PolicyReader.parse(bytes)) {
      case PolicyReader.Parsed.Read(Policy policy) -> policy;
      case PolicyReader.Parsed.Refused(String why) -> throw new Stop("a rule: " + why);
    };
  }

  private static Value value(Map<String, Json> members, String name) throws Stop {
    return Value.text(text(members, name));
  }

  private static String digest(String text) throws Stop {
    if (text.matches("[0-9a-f]{64}")) {
      return text;
    }
    throw new Stop("no digest where one is asked for");
  }

  private static RecordId record(Map<String, Json> members, String name) throws Stop {
    return new FieldMap(Map.of(name, Value.text(text(members, name))))
        .reference(name)
        .orElseThrow(() -> new Stop(name + " is no id"));
  }

  private static String text(Map<String, Json> members, String name) throws Stop {
    if (members.get(name) instanceof Json.Text(String text)) {
      return text;
    }
    throw new Stop(name + " is missing");
  }

  /** One line of a package, as it is written. */
  public static String line(String type, Map<String, Json> members) {
    TreeMap<String, Json> all = new TreeMap<>(members);
    all.put("type", new Json.Text(type));
    return new String(new Json.Members(all).canonical(), StandardCharsets.UTF_8);
  }

  /** The first line. */
  public static String first(RecordId handoff) {
    return line(
        "package",
        Map.of("schema", new Json.Text(SCHEMA), "handoff", new Json.Text(handoff.toString())));
  }
}
