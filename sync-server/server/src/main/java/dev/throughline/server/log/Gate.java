package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.Set;

/** Says which operations whoever pushes may not do, each by itself. */
final class Gate {
  private static final Set<String> SETTLED_BY_PEOPLE = Set.of("state", Conflict.RESOLUTION);

  private final Access access;

  Gate(Access access) {
    this.access = access;
  }

  /** Why the operation may not be done; empty when it may, or when nobody knows its kind. */
  Optional<Merge.Refused> refusal(Op op, RecordState state) {
    if (Kinds.named(op.kind()).isEmpty()) {
      return Optional.empty();
    }
    if (op.kind().equals(Conflict.KIND.name())) {
      return conflict(op, state);
    }
    boolean changesSome = op.action() == Action.EDIT && !state.isAbsent();
    return refusal(
        changesSome ? access.write(op.kind(), op.fields().keySet()) : access.write(op.kind()));
  }

  /** People decide its state and resolution, who may write what it is about; the rest is proof. */
  private Optional<Merge.Refused> conflict(Op op, RecordState state) {
    boolean onlyState =
        !state.isAbsent()
            && op.action() == Action.EDIT
            && SETTLED_BY_PEOPLE.containsAll(op.fields().keySet());
    return onlyState
        ? refusal(access.write(text(state, "recordKind"), Set.of(text(state, "field"))))
        : refused("of a conflict only the state can be changed");
  }

  private static String text(RecordState state, String field) {
    return state.fields().get(field) instanceof Value.Text(String text) ? text : "";
  }

  private static Optional<Merge.Refused> refusal(Access.Decision decision) {
    return switch (decision) {
      case Access.Decision.Allowed() -> Optional.empty();
      case Access.Decision.Refused(String why) -> refused(why);
    };
  }

  private static Optional<Merge.Refused> refused(String why) {
    return Optional.of(new Merge.Refused(ParkReason.NOT_ALLOWED, why));
  }
}
