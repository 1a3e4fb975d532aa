package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.MalformedMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Manifests, sessions and standings as messages. Whatever a server says is looked at. */
final class BlobMessages {
  private static final String SIZE = "size";
  private static final String PARTS = "parts";

  private BlobMessages() {}

  static Value open(BlobKey key, DeviceId device, Optional<BlobManifest> manifest) {
    Map<String, Value> members = new TreeMap<>();
    members.put("record", Value.text(key.record().toString()));
    members.put("role", Value.text(key.role().wireName()));
    members.put("device", Value.text(device.toString()));
    manifest.ifPresent(its -> members.putAll(members(its)));
    return new Value.Entries(members);
  }

  static Value of(BlobManifest manifest) {
    return new Value.Entries(members(manifest));
  }

  private static Map<String, Value> members(BlobManifest manifest) {
    return Map.of(
        SIZE,
        Value.whole(manifest.size()),
        PARTS,
        new Value.Items(manifest.parts().stream().map(Value::text).toList()));
  }

  /**
   * Reads a manifest.
   *
   * @throws MalformedMessage when it is none
   */
  static BlobManifest manifest(Value message) {
    Map<String, Value> members = members(message);
    List<String> parts = items(members, PARTS).stream().map(BlobMessages::text).toList();
    try {
      return new BlobManifest(new FieldMap(members).whole(SIZE).orElse(-1L), parts);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage("no manifest: " + e.getMessage());
    }
  }

  /**
   * Reads what came of opening a session.
   *
   * @throws MalformedMessage when it is neither a session nor a standing
   */
  static Opened opened(Value message) {
    Map<String, Value> members = members(message);
    String session = new FieldMap(members).text("session");
    if (members.containsKey("there") && !session.isEmpty()) {
      Map<Integer, String> there = new HashMap<>();
      parts(members, "there").forEach(part -> there.put(part.index(), part.digest()));
      return new Opened.Session(session, there, parts(members, "begun"));
    }
    return new Opened.There(standing(message));
  }

  /** Those that can be parts; a server that keeps no begun ones says nothing of them. */
  private static List<BegunPart> parts(Map<String, Value> members, String name) {
    List<BegunPart> parts = new ArrayList<>();
    for (Value part : items(members, name)) {
      FieldMap its = new FieldMap(members(part));
      long index = its.whole("index").orElse(-1L);
      long bytes = its.whole("bytes").orElse(-1L);
      if (index >= 0 && index < BlobManifest.PARTS_MAX && bytes <= BlobManifest.PART_BYTES) {
        parts.add(new BegunPart((int) index, its.text("sha256"), (int) bytes));
      }
    }
    return parts;
  }

  /**
   * Reads how far a blob is.
   *
   * @throws MalformedMessage when nothing says so
   */
  static Standing standing(Value message) {
    FieldMap members = new FieldMap(members(message));
    Standing.State state =
        Arrays.stream(Standing.State.values())
            .filter(one -> one.name().equalsIgnoreCase(members.text("state")))
            .findFirst()
            .orElseThrow(() -> new MalformedMessage("no state of a blob"));
    return new Standing(
        state,
        Optional.of(members.text("blob")).filter(id -> !id.isEmpty()),
        Math.max(0, members.whole(SIZE).orElse(0L)),
        Math.max(0, members.whole("bytesThere").orElse(0L)));
  }

  private static Map<String, Value> members(Value message) {
    if (message instanceof Value.Entries(var members)) {
      return members;
    }
    throw new MalformedMessage("no object");
  }

  private static List<Value> items(Map<String, Value> members, String name) {
    return members.get(name) instanceof Value.Items(var items) ? items : List.of();
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
