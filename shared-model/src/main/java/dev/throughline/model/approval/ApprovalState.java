package dev.throughline.model.approval;

import dev.throughline.model.kind.Choices;

/** How far the approval of a handoff is. */
public enum ApprovalState {
  /** Nothing was submitted yet. */
  DRAFT,
  /** A packet waits for its signatures. */
  OPEN,
  /** Something in it was edited since it was submitted: no vote counts any more. */
  CHANGED,
  /** Everybody has signed whom the rule asks for. */
  MET,
  /** What was signed is being carried out, or was; the signatures are good for nothing else. */
  SPENT,
  /** Somebody stopped it who may. */
  REJECTED,
  /** It took too long. */
  EXPIRED;

  /** Whether it waits for nobody any more, and for nothing to be carried out. */
  public boolean isOver() {
    return this == SPENT || this == REJECTED || this == EXPIRED;
  }

  /** The name a record or a signed document holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it is void. */
  public static ApprovalState of(String wireName) {
    return Choices.read(ApprovalState.class, wireName, CHANGED);
  }
}
