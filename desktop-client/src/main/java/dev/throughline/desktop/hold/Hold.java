package dev.throughline.desktop.hold;

import dev.throughline.model.id.RecordId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A hold as the server told of it.
 *
 * @param id what the server calls it
 * @param matter what the case is called by those who deal with it
 * @param record what it reaches, of the kind its reach says
 * @param blobs how many blobs it covers
 */
public record Hold(
    String id,
    String matter,
    String reason,
    Reach reach,
    RecordId record,
    State state,
    long blobs,
    Step proposed,
    Optional<Step> confirmed,
    Optional<Step> releaseAsked,
    Optional<Step> released) {
  /** Characters a matter may have. */
  public static final int MATTER_LENGTH_MAX = 100;

  /** Characters a reason may have. */
  public static final int REASON_LENGTH_MAX = 500;

  /**
   * Who did something, and when.
   *
   * @param at in milliseconds since 1970, by the server's clock
   */
  public record Step(RecordId person, long at) {}

  /** What a hold reaches: everything that belongs to such a record, now and later. */
  public enum Reach {
    STUDY,
    PARTICIPANT,
    INTERVIEW,
    RECORDING;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Reach> named(String wireName) {
      return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
    }
  }

  /** How far a hold is. */
  public enum State {
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

    static Optional<State> named(String wireName) {
      return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
    }

    /** Whether nothing it reaches may be deleted. */
    boolean counts() {
      return this == ACTIVE || this == RELEASING;
    }

    boolean isOver() {
      return this == RELEASED || this == WITHDRAWN;
    }
  }
}
