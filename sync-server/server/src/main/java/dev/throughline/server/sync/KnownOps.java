package dev.throughline.server.sync;

import dev.throughline.model.id.OpId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the log remembers of the operations of a push that came before. */
final class KnownOps {
  /**
   * An operation seen before.
   *
   * @param isSameIncarnation whether it came under the incarnation that pushes now
   */
  record Known(OpId id, long opNo, boolean isSameIncarnation, Outcome outcome) {}

  private final Map<OpId, Known> byId = new HashMap<>();
  private final Map<Long, Known> byNumber = new HashMap<>();

  KnownOps(List<Known> known) {
    for (Known op : known) {
      byId.put(op.id(), op);
      if (op.isSameIncarnation()) {
        byNumber.put(op.opNo(), op);
      }
    }
  }

  /**
   * Whether this operation's number was used for another operation. Its id decides, not its bytes:
   * a text edit that is sent again may name its base in the other way.
   */
  boolean isClash(Op op) {
    Known known = byNumber.get(op.opNo());
    return known != null && !known.id().equals(op.id());
  }

  /** The first outcome; an operation is known by its id under whatever number it comes. */
  Optional<Outcome> firstOutcome(Op op) {
    return Optional.ofNullable(byId.get(op.id())).map(Known::outcome);
  }
}
