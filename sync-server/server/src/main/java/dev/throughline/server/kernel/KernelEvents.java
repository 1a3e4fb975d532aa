package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.outside.Fields;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the embedded Kernel tells, in the shape of its audit events, each once, in the transaction
 * of what it tells of. That transaction holds the lock of what the event is about.
 */
final class KernelEvents {
  private record Last(long idx, byte[] hash) {}

  private final JdbcClient sql;
  private final KernelSettings settings;
  private final KernelKey key;

  KernelEvents(JdbcClient sql, KernelSettings settings, KernelKey key) {
    this.sql = sql;
    this.settings = settings;
    this.key = key;
  }

  /**
   * Appends an event.
   *
   * @param payload ids and states by name, no words of people
   */
  void add(String about, String name, Map<String, String> payload, Instant now) {
    Last last = last(about);
    Json.Members told =
        Fields.object(
            payload.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new Json.Text(it.getValue()))));
    byte[] message = joined(told.canonical(), last.hash());
    byte[] hash = Sha256.of(message);
    TreeMap<String, Json> event = new TreeMap<>();
    event.put("id", new Json.Text(about + ":" + (last.idx() + 1)));
    event.put(settings.eventNameField(), new Json.Text(name));
    event.put("payload", told);
    event.put("ts", new Json.Text(now.toString()));
    event.put("prevHash", new Json.Text(HexFormat.of().formatHex(last.hash())));
    event.put("hash", new Json.Text(HexFormat.of().formatHex(hash)));
    event.put("signature", new Json.Text(key.sign(settings.hashProfile(), message)));
    event.put("signerId", new Json.Text(key.signerId()));
    sql.sql("insert into kernel.event (about, idx, name, event, hash) values (?, ?, ?, ?, ?)")
        .params(about, last.idx() + 1, name, new Json.Members(event).canonical(), hash)
        .update();
  }

  private Last last(String about) {
    return sql.sql("select idx, hash from kernel.event where about = ? order by idx desc limit 1")
        .param(about)
        .query((row, _) -> new Last(row.getLong("idx"), row.getBytes("hash")))
        .optional()
        .orElse(new Last(0, new byte[0]));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
