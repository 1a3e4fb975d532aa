package dev.throughline.server.sync;

import dev.throughline.model.id.OpId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
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
  record Known(OpId id, long opNo, boolean isSameIncarnation, Hash digest, Outcome outcome) {}

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

  static Hash digest(Op op) {
    return Hash.over(WireFormat.OP.encode(op, Encoding.CBOR));
  }

  /** Whether this operation's number was used for another operation. */
  boolean isClash(Op op, Hash digest) {
    Known known = byNumber.get(op.opNo());
    return known != null && !known.digest().equals(digest);
  }

  /** The first outcome; an operation is known by its id under whatever number it comes. */
  Optional<Outcome> firstOutcome(Op op) {
    return Optional.ofNullable(byId.get(op.id())).map(Known::outcome);
  }
}
