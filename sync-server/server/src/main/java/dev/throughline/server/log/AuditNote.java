package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that is written down because it happened, or was tried: ids, states and digests, never
 * a word anybody wrote.
 *
 * @param type such as {@code vote.counted}
 * @param outcome success or denied
 * @param reason why it was denied, or what it came to; may be empty
 * @param about the record it happened to
 * @param more further texts by name
 */
public record AuditNote(
    String type,
    String outcome,
    String reason,
    String kind,
    RecordId about,
    Map<String, String> more) {
  public static final String SUCCESS = "success";
  public static final String DENIED = "denied";

  private static final String SCHEMA = "audit-event/v1";

  public AuditNote {
    more = Map.copyOf(more);
  }

  /**
   * The event as it is chained: JSON in its canonical form.
   *
   * @param person who did it; empty where nobody signs in, and for the server
   */
  public byte[] bytes(Optional<RecordId> person, String device, long atMillis) {
    TreeMap<String, Json> actor = new TreeMap<>();
    actor.put("kind", text(person.isPresent() ? "human" : "service"));
    actor.put("person", text(person.map(RecordId::toString).orElse("")));
    actor.put("device", text(device));
    TreeMap<String, Json> object = new TreeMap<>();
    object.put("type", text(kind));
    object.put("id", text(about.toString()));
    TreeMap<String, Json> all = new TreeMap<>();
    all.put("schema", text(SCHEMA));
    all.put("type", text(type));
    all.put("recordedAt", text(Instant.ofEpochMilli(atMillis).toString()));
    all.put("actor", new Json.Members(actor));
    all.put("outcome", text(outcome));
    all.put("reason", text(reason));
    all.put("object", new Json.Members(object));
    more.forEach((name, value) -> all.putIfAbsent(name, text(value)));
    return new Json.Members(all).canonical();
  }

  private static Json text(String text) {
    return new Json.Text(text);
  }
}
