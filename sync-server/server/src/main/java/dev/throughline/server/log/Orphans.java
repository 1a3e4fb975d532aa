package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps children of parked operations from being applied without their parents: an operation on a
 * record whose creation is parked, or one that points to such a record. Looking at one push is
 * enough, because a desktop sends the next only when it knows what became of this one, and then
 * holds children back itself.
 */
final class Orphans {
  private final Set<RecordId> uncreated = new HashSet<>();
  private final Predicate<RecordId> isAbsent;

  Orphans(Predicate<RecordId> isAbsent) {
    this.isAbsent = isAbsent;
  }

  /** Notes that an operation is parked; its record stays away if it was not there before. */
  void parked(Op op) {
    if (isAbsent.test(op.record())) {
      uncreated.add(op.record());
    }
  }

  /** Why the operation cannot apply; empty when it is nobody's child. */
  Optional<Merge.Refused> refuses(Op op) {
    return uncreated.contains(op.record()) || pointsToUncreated(op)
        ? Optional.of(
            new Merge.Refused(ParkReason.PARENT, "what this belongs to was itself kept aside"))
        : Optional.empty();
  }

  private boolean pointsToUncreated(Op op) {
    return !uncreated.isEmpty()
        && op.fields().entrySet().stream()
            .anyMatch(
                change ->
                    isReference(op.kind(), change.getKey())
                        && change.getValue() instanceof FieldChange.Put(Value.Text(String id))
                        && uncreated.stream().anyMatch(record -> record.toString().equals(id)));
  }

  private static boolean isReference(String kind, String field) {
    return Kinds.named(kind)
        .flatMap(known -> known.field(field))
        .map(Field::type)
        .filter(FieldType.Reference.class::isInstance)
        .isPresent();
  }
}
