package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.RescuedOps;
import java.util.List;

/** What an owner takes in by accepting rescued work. */
final class Acceptance {
  private Acceptance() {}

  /** Whether an operation can be rescued of somebody whose roles allow this. */
  static boolean mayBring(Access byRole, Op op) {
    Access.Decision decision =
        op.action() == Action.EDIT
            ? byRole.write(op.kind(), op.fields().keySet())
            : byRole.write(op.kind());
    return Gate.isWork(op.kind()) && decision instanceof Access.Decision.Allowed;
  }

  /** The operations an operation brings along; empty for one that accepts nothing. */
  static List<Op> brings(Op op, RecordState state) {
    if (!op.kind().equals(Rescue.KIND.name()) || op.action() != Action.EDIT) {
      return List.of();
    }
    Rescue rescue = Rescue.from(state.id(), state.fields());
    boolean accepts =
        rescue.state().equals(Rescue.OPEN)
            && FieldChange.put(Value.text(Rescue.ACCEPTED)).equals(op.fields().get(Rescue.STATE));
    return accepts ? RescuedOps.from(rescue.ops()) : List.of();
  }

  /** The push in which the operations would have come. */
  static Push push(RecordState state, Push owners) {
    Rescue rescue = Rescue.from(state.id(), state.fields());
    return new Push(
        owners.version(),
        owners.workspace(),
        DeviceId.of(rescue.device()),
        0,
        rescue.author(),
        0,
        RescuedOps.from(rescue.ops()));
  }

  /** The one whose work it is, as if the device had sent it now. */
  static Merge.Writer writer(RecordState state, Merge.Writer owner) {
    Rescue rescue = Rescue.from(state.id(), state.fields());
    return new Merge.Writer(
        DeviceId.of(rescue.device()), rescue.author(), owner.acceptedAtMillis());
  }
}
