package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.List;

/** What an owner takes in by accepting rescued work. */
final class Acceptance {
  private Acceptance() {}

  /** Whether an operation can be rescued of somebody whose roles allow this. */
  static boolean mayBring(Access byRole, Op op) {
    return Gate.isWork(op.kind())
        && byRole.write(op.kind(), op.fields().keySet()) instanceof Access.Decision.Allowed;
  }

  /** The operations an operation brings along; empty for one that accepts nothing. */
  static List<Op> brings(Op op, RecordState state) {
    boolean accepts =
        op.kind().equals(Rescue.KIND.name())
            && FieldChange.put(Value.text(Rescue.ACCEPTED)).equals(op.fields().get(Rescue.STATE));
    return accepts ? ops(Rescue.from(state.id(), state.fields())) : List.of();
  }

  /** What a rescue holds, in its order; nothing when it cannot be read. */
  static List<Op> ops(Rescue rescue) {
    if (!(rescue.ops() instanceof Value.Items(var items))) {
      return List.of();
    }
    try {
      return items.stream().map(WireFormat.OP::read).toList();
    } catch (MalformedMessage | IllegalArgumentException _) {
      return List.of();
    }
  }

  /** The one whose work it is, as if the device had sent it now. */
  static Merge.Writer writer(RecordState state, Merge.Writer owner) {
    Rescue rescue = Rescue.from(state.id(), state.fields());
    return new Merge.Writer(
        DeviceId.of(rescue.device()), rescue.author(), owner.acceptedAtMillis());
  }
}
