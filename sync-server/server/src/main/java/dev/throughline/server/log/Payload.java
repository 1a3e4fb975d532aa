package dev.throughline.server.log;

import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one log entry changed in its record, as it is stored, hashed and erased. */
public record Payload(boolean trashed, SortedMap<String, Value> fields) {
  public static Payload of(byte[] bytes) {
    if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var members)
        && members.get("trashed") instanceof Value.Flag(boolean trashed)
        && members.get("fields") instanceof Value.Entries(var fields)) {
      return new Payload(trashed, fields);
    }
    throw new IllegalStateException("a log entry has an unreadable payload");
  }

  /** What is left of an entry whose payload was erased. */
  public static Payload erased() {
    return new Payload(false, new TreeMap<>());
  }

  public byte[] bytes() {
    return WireFormat.VALUE.encode(
        new Value.Entries(
            Map.of("trashed", new Value.Flag(trashed), "fields", new Value.Entries(fields))),
        Encoding.CBOR);
  }
}
