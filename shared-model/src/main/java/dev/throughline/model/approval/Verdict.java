package dev.throughline.model.approval;

import dev.throughline.model.kind.Choices;

/** What became of a vote when it came in. */
public enum Verdict {
  /** It counts. */
  ACCEPTED,
  /** The same person has a vote on this packet that counts. */
  DUPLICATE,
  /** It is about another packet than the one that waits now. */
  STALE,
  /** It is no envelope, or its signature does not hold. */
  UNREADABLE,
  /** Nobody enrolled the key it is signed with for this person. */
  KEY_UNKNOWN,
  /** The key was revoked before it came in. */
  KEY_REVOKED,
  /** The time to sign was over. */
  EXPIRED,
  /** The rule is another one than the one that was signed. */
  POLICY_CHANGED,
  /** Whoever submitted or wrote the handoff does not sign it. */
  SEPARATION,
  /** The rule asks for nobody with the roles of this person. */
  NO_SEAT,
  /** The approval had ended before. */
  CLOSED;

  /** The name a record or a signed document holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it is unreadable. */
  public static Verdict of(String wireName) {
    return Choices.read(Verdict.class, wireName, UNREADABLE);
  }
}
