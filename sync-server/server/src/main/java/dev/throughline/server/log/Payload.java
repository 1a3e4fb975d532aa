package dev.throughline.server.log;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one log entry changed in its record, as it is stored, hashed and erased.
 *
 * @param deliberate whether a person confirmed to remove as much as this is part of
 */
public record Payload(boolean trashed, boolean deliberate, SortedMap<String, Value> fields) {
  private static final String DELIBERATE = "deliberate";

  public static Payload of(byte[] bytes) {
    if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var members)
        && members.get("trashed") instanceof Value.Flag(boolean trashed)
        && members.get("fields") instanceof Value.Entries(var fields)) {
      return new Payload(trashed, members.containsKey(DELIBERATE), fields);
    }
    throw new IllegalStateException("a log entry has an unreadable payload");
  }

  /** What is left of an entry whose payload was erased. */
  public static Payload erased() {
    return new Payload(false, false, new TreeMap<>());
  }

  public byte[] bytes() {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("trashed", new Value.Flag(trashed));
    members.put("fields", new Value.Entries(fields));
    if (deliberate) {
      members.put(DELIBERATE, new Value.Flag(true));
    }
    return WireFormat.VALUE.encode(new Value.Entries(members), Encoding.CBOR);
  }
}
