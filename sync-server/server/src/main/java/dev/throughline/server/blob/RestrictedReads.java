package dev.throughline.server.blob;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.throughline.model.id.RecordId;
import dev.throughline.server.log.AuditNote;
import dev.throughline.server.sync.ServerDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes down who gets to hear what is restricted, before they do. One event stands for what one
 * person reads of one recording within an hour, which takes many requests.
 */
@Component
final class RestrictedReads {
  private static final Duration ONE_READ = Duration.ofHours(1);
  private static final int KNOWN_MAX = 10_000;

  private final ServerDesk desk;
  private final InstantSource clock;
  private final Cache<Reading, Instant> known =
      Caffeine.newBuilder().maximumSize(KNOWN_MAX).build();

  private record Reading(Optional<RecordId> person, RecordId record, String role) {}

  RestrictedReads(ServerDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Durable when it returns, where the record is restricted. */
  void note(BlobDoor.At at) {
    if (!at.desk().isRestricted(at.key().record())) {
      return;
    }
    Reading reading = new Reading(at.desk().person(), at.key().record(), at.key().role());
    Instant now = clock.instant();
    Instant before = known.getIfPresent(reading);
    if (before != null && now.isBefore(before.plus(ONE_READ)) && !now.isBefore(before)) {
      return;
    }
    desk.run(
        at.desk().workspace(),
        records ->
            records.audit(
                new AuditNote(
                    "blob.read",
                    AuditNote.SUCCESS,
                    "restricted",
                    at.role().kind(),
                    at.key().record(),
                    Map.of(
                        "by",
                        reading.person().map(RecordId::toString).orElse(""),
                        "role",
                        at.key().role()))));
    known.put(reading, now);
  }
}
