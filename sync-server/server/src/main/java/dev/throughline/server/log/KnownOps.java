package dev.throughline.server.log;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Push;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the log remembers of the operations of some pushes that came before. */
public final class KnownOps {
  /** The number an operation came under. */
  public record Number(DeviceId device, long incarnation, long opNo) {
    static Number of(Push push, Op op) {
      return new Number(push.device(), push.incarnation(), op.opNo());
    }
  }

  /** An operation seen before. */
  public record Known(OpId id, Number number, Outcome outcome) {}

  private final Map<OpId, Outcome> byId = new HashMap<>();
  private final Map<Number, OpId> byNumber = new HashMap<>();

  public KnownOps(Collection<Known> known) {
    known.forEach(this::add);
  }

  private void add(Known op) {
    byId.put(op.id(), op.outcome());
    byNumber.put(op.number(), op.id());
  }

  /** Remembers what was settled in this transaction: the same push may stand in it twice. */
  void add(Push push, Plan.First first) {
    add(new Known(first.op().id(), Number.of(push, first.op()), first.outcome()));
  }

  /**
   * Whether this operation's number was used for another operation. Its id decides, not its bytes:
   * a text edit that is sent again may name its base in the other way.
   */
  boolean isClash(Push push, Op op) {
    OpId known = byNumber.get(Number.of(push, op));
    return known != null && !known.equals(op.id());
  }

  /** The first outcome; an operation is known by its id under whatever number it comes. */
  Optional<Outcome> firstOutcome(Op op) {
    return Optional.ofNullable(byId.get(op.id()));
  }
}
