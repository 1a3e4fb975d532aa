package dev.throughline.server.blob.hold;

import dev.throughline.model.id.RecordId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold as it stands.
 *
 * @param matter what the case is called by those who deal with it
 * @param objects how many blobs it covers
 */
record Hold(
    UUID id,
    String matter,
    String reason,
    Scope scope,
    RecordId scopeId,
    State state,
    Step proposed,
    Optional<Step> confirmed,
    Optional<Step> release,
    Optional<Step> released,
    long objects) {
  static final int MATTER_LENGTH_MAX = 100;
  static final int REASON_LENGTH_MAX = 500;

  /** Who did something, and when. */
  record Step(RecordId person, Instant at) {}

  /** What a hold reaches: everything that belongs to such a record, now and later. */
  enum Scope {
    PARTICIPANT,
    INTERVIEW,
    RECORDING,
    STUDY;

    static final List<String> NAMES = Arrays.stream(values()).map(Scope::wireName).toList();

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  /** How far a hold is. */
  enum State {
    /** One person wants it; it does not count yet. */
    PROPOSED,
    ACTIVE,
    /** One person wants it to end; it counts still. */
    RELEASING,
    RELEASED,
    /** It was never confirmed. */
    WITHDRAWN;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    boolean counts() {
      return this == ACTIVE || this == RELEASING;
    }
  }
}
