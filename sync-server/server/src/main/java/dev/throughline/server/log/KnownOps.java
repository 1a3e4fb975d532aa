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
  /**
   * The number an operation came under. A device counts on through all its starts, so it uses none
   * of them twice, whatever its incarnation.
   */
  public record Number(DeviceId device, long opNo) {
    static Number of(Push push, Op op) {
      return new Number(push.device(), op.opNo());
    }
  }

  /** An operation seen before. */
  public record Known(OpId id, Number number, Outcome outcome) {}

  private final Map<OpId, Outcome> byId = new HashMap<>();
  private final Map<Number, OpId> byNumber = new HashMap<>();
  private final Map<DeviceId, DeviceMark> devices;

  /**
   * @param devices how far those devices had come that were here before
   */
  public KnownOps(Collection<Known> known, Map<DeviceId, DeviceMark> devices) {
    known.forEach(this::add);
    this.devices = Map.copyOf(devices);
  }

  /** Whether a later start of the device was here since: then this one is of a copy. */
  boolean isOlderStart(Push push) {
    return devices.getOrDefault(push.device(), DeviceMark.NONE).isOlder(push.incarnation());
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
   * Whether this is a new operation under a number that was used for another: then two copies of
   * one profile are about. Its id decides, not its bytes: a text edit that is sent again may name
   * its base in the other way.
   */
  boolean isClash(Push push, Op op) {
    return !byId.containsKey(op.id()) && byNumber.containsKey(Number.of(push, op));
  }

  /** The first outcome; an operation is known by its id under whatever number it comes. */
  Optional<Outcome> firstOutcome(Op op) {
    return Optional.ofNullable(byId.get(op.id()));
  }
}
