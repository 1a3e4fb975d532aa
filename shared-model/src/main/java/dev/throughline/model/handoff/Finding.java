package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * One thing that stops a submission.
 *
 * @param code of the item it is about; empty for one about the handoff itself
 * @param item the item; empty when it is about the handoff, or when the item is not there
 * @param count of what, where that says more
 */
public record Finding(Kind kind, String code, Optional<RecordId> item, int count) {
  /** What is wrong, in the order in which people mend it. */
  public enum Kind {
    /** It does not say what is asked for. */
    ASK,
    /** It does not say how it is taken back. */
    ROLLBACK,
    /** Nobody said which data of people it touches. */
    DATA,
    /** There is no feature to hand off. */
    FEATURES,
    /** An item of the template was taken away. */
    MISSING,
    BLOCKED,
    BARE,
    OWNERLESS,
    STALE,
    OPEN,
    /** People whose words are evidence do not allow that they are quoted. */
    CONSENT,
    /** The costs have no sum, because their currencies differ. */
    CURRENCIES
  }

  static Finding of(Kind kind) {
    return new Finding(kind, "", Optional.empty(), 0);
  }

  static Finding of(Kind kind, ChecklistItem item) {
    return new Finding(kind, item.code(), Optional.of(item.id()), 0);
  }
}
