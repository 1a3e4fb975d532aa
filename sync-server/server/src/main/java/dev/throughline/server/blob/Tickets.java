package dev.throughline.server.blob;

import dev.throughline.model.value.Value;
import dev.throughline.server.blob.store.Ticket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Tickets as messages. */
final class Tickets {
  /** How long one counts. */
  static final Duration TIME = Duration.ofMinutes(15);

  private Tickets() {}

  static Map<String, Value> shown(Ticket ticket) {
    Map<String, Value> headers = new TreeMap<>();
    ticket.headers().forEach((name, value) -> headers.put(name, Value.text(value)));
    Map<String, Value> members = new TreeMap<>();
    members.put("url", Value.text(ticket.url()));
    members.put("headers", new Value.Entries(headers));
    members.put("until", Value.whole(ticket.until().toEpochMilli()));
    return members;
  }
}
