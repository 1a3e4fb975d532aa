package dev.throughline.server.blob.store;

import java.time.Instant;
import java.util.Map;

/**
 * Leave to do one thing without signing in.
 *
 * @param url absolute, or a path of this server
 * @param headers what the request must carry
 */
public record Ticket(String url, Map<String, String> headers, Instant until) {
  public Ticket {
    headers = Map.copyOf(headers);
  }
}
