package dev.throughline.server.sync;

import dev.throughline.model.sync.Stamp;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fields and stamps of a record as the JSON that its row holds. */
final class StateJson {
  private StateJson() {}

  static String fields(SortedMap<String, Value> fields) {
    return text(new Value.Entries(fields));
  }

  static SortedMap<String, Value> fields(String json) {
    return entries(json);
  }

  static String stamps(SortedMap<String, Stamp> stamps) {
    TreeMap<String, Value> written = new TreeMap<>();
    stamps.forEach((name, stamp) -> written.put(name, write(stamp)));
    return text(new Value.Entries(written));
  }

  static SortedMap<String, Stamp> stamps(String json) {
    TreeMap<String, Stamp> stamps = new TreeMap<>();
    entries(json).forEach((name, value) -> stamps.put(name, read(value)));
    return stamps;
  }

  static String stamp(Stamp stamp) {
    return text(write(stamp));
  }

  static Stamp stamp(String json) {
    return read(value(json));
  }

  private static Value write(Stamp stamp) {
    return new Value.Items(
        List.of(
            Value.whole(stamp.seq()),
            Value.text(stamp.opId()),
            Value.text(stamp.device()),
            Value.whole(stamp.opNo()),
            Value.text(stamp.author()),
            Value.whole(stamp.atMillis()),
            Value.whole(stamp.clockMillis())));
  }

  private static Stamp read(Value value) {
    if (value instanceof Value.Items(var parts)
        && parts.size() >= 6
        && parts.get(0) instanceof Value.Whole(long seq)
        && parts.get(1) instanceof Value.Text(String opId)
        && parts.get(2) instanceof Value.Text(String device)
        && parts.get(3) instanceof Value.Whole(long opNo)
        && parts.get(4) instanceof Value.Text(String author)
        && parts.get(5) instanceof Value.Whole(long atMillis)) {
      // Stamps of older servers name no clock of the device.
      long clockMillis =
          parts.size() > 6 && parts.get(6) instanceof Value.Whole(long clock) ? clock : atMillis;
      return new Stamp(seq, opId, device, opNo, author, atMillis, clockMillis);
    }
    throw new IllegalStateException("a stored stamp is unreadable");
  }

  private static SortedMap<String, Value> entries(String json) {
    if (value(json) instanceof Value.Entries(var entries)) {
      return entries;
    }
    throw new IllegalStateException("a stored record is unreadable");
  }

  private static Value value(String json) {
    return WireFormat.VALUE.decode(json.getBytes(StandardCharsets.UTF_8), Encoding.JSON);
  }

  private static String text(Value value) {
    return new String(WireFormat.VALUE.encode(value, Encoding.JSON), StandardCharsets.UTF_8);
  }
}
