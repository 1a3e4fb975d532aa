package dev.throughline.server.notice;

import dev.throughline.model.id.RecordId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * That somebody has to act on a handoff.
 *
 * @param id the same whenever the same thing is told again; letters, digits and {@code . _ -}, 100
 *     of them at most, and nothing of people
 * @param at when it happened, not when it is sent
 */
public record Notice(String id, Kind kind, RecordId handoff, Instant at) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public Notice {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("A notice's id is letters, digits, dots and dashes");
    }
  }

  /** The kinds, with what is said of each. */
  public enum Kind {
    SIGNATURE_WAITS(
        "A handoff waits for signatures",
        "Handoff %s was submitted and waits for somebody to sign it."),
    SIGNATURE_OVERDUE(
        "A signature is overdue", "Handoff %s has waited for a signature for a day or more."),
    HANDOFF_BLOCKED(
        "A handoff is blocked", "Handoff %s is blocked until somebody settles what stops it."),
    CHECK_FAILED("A check failed", "A check of handoff %s failed; somebody has to look at it."),
    ROLLBACK_WAITS(
        "A rollback waits for an answer",
        "A rollback of handoff %s was proposed; somebody has to agree to it or refuse it."),
    EMERGENCY_APPLIED(
        "An emergency change was applied",
        "An emergency change of handoff %s was applied; it has to be looked at afterwards."),
    REVERT_OPENED(
        "A revert was opened", "A revert of handoff %s was opened; somebody has to review it.");

    private final String subject;
    private final String sentence;

    Kind(String subject, String sentence) {
      this.subject = subject;
      this.sentence = sentence;
    }

    String subject() {
      return subject;
    }
  }

  /** One sentence in plain English. */
  String text() {
    return kind.sentence.formatted(handoff);
  }
}
