package dev.throughline.desktop.outbox;

import java.util.Optional;

/**
 * Changes of one thing that wait together, as people would name them.
 *
 * @param key stays the same from one look at the outbox to the next
 * @param belongsTo the interview, study or participant it is about; empty when that is not known
 * @param since when the oldest of them was made, in milliseconds since the epoch
 * @param ops how many operations they are
 * @param isSending whether one of them is on its way
 * @param aside why the server keeps them aside; empty while they simply wait
 */
public record WaitingChange(
    String key,
    Subject subject,
    String name,
    String belongsTo,
    long since,
    int ops,
    long bytes,
    boolean isSending,
    Optional<Aside> aside) {
  /** What kind of thing a change is about. */
  public enum Subject {
    INTERVIEW,
    NOTES,
    TRANSCRIPT,
    STUDY,
    PARTICIPANT,
    CONFLICT,
    OTHER
  }

  /** Why the server did not take a change, and what a person can do. */
  public record Aside(String reason, String advice) {}
}
