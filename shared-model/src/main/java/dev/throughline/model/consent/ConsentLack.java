package dev.throughline.model.consent;

/** Why what a person said may not be used in a way. */
public enum ConsentLack {
  /** Nobody is named as the person, so nobody could agree. */
  NOBODY,
  /** Nothing is written down of what the person agreed to. */
  UNWRITTEN,
  /** The person was asked for other things only. */
  UNASKED,
  /** The person said no. */
  REFUSED,
  /** The person agreed, and the last day of it is over. */
  OVER;

  /**
   * Whether words must stay where they are. What a person said word for word stays until they
   * agreed; what the team noted about it stays once they said no, or once their consent ended.
   */
  public boolean holdsBack(Wording wording) {
    return wording == Wording.SPOKEN || this == REFUSED || this == OVER;
  }
}
