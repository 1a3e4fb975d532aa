package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import java.util.List;

/** What became of one operation. The first outcome of an operation is its outcome for ever. */
public sealed interface Outcome {
  /** Applied as it came. */
  record Applied(long seq) implements Outcome {}

  /** Merged with what others had written since; nothing was set aside. */
  record Merged(long seq) implements Outcome {}

  /** Applied, and a value that did not fit is kept in these conflict records. */
  record Conflicted(long seq, List<RecordId> conflicts) implements Outcome {
    public Conflicted {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** Seen before; this is what became of it then. */
  record Duplicate(Outcome first) implements Outcome {
    public Duplicate {
      if (first instanceof Duplicate) {
        throw new IllegalArgumentException("a first outcome is never itself a duplicate");
      }
    }
  }

  /** Kept aside, with the reason and a detail that holds no text of the record. */
  record Parked(ParkReason reason, String detail) implements Outcome {}

  /** The sequence number at which the operation's effect is in the log; 0 when it has none. */
  default long effectSeq() {
    return switch (this) {
      case Applied(long seq) -> seq;
      case Merged(long seq) -> seq;
      case Conflicted(long seq, var _) -> seq;
      case Duplicate(Outcome first) -> first.effectSeq();
      case Parked _ -> 0;
    };
  }
}
