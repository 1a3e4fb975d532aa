package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.blob.store.BlobVersion;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A blob that was sent to its end.
 *
 * @param id of the session it came in
 * @param version where it is in the store
 */
record BlobRow(
    UUID id,
    BlobVersion version,
    BlobManifest manifest,
    State state,
    Instant completedAt,
    Optional<Instant> keptUntil) {
  /** What is known of it. */
  enum State {
    /** Every part came; nobody has read it back yet. */
    COMPLETE,
    /** It was read back from the store, byte for byte: a client may drop its copy. */
    VERIFIED,
    /** What was read back is something else; it can be sent again. */
    DAMAGED,
    DELETED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }
}
