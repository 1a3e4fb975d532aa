package dev.throughline.model.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.value.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds children of parked operations, so that they are not applied without their parents: an
 * operation on a record whose creation is parked, or one that points to such a record. The server
 * looks at one push, which is enough: a desktop sends the next only when it knows what became of
 * this one, and then holds children back itself. Operations are shown in their order.
 */
public final class Orphans {
  private final Set<RecordId> uncreated = new HashSet<>();
  private final Predicate<RecordId> isAbsent;

  /** {@code isAbsent} tells whether the server has no such record. */
  public Orphans(Predicate<RecordId> isAbsent) {
    this.isAbsent = isAbsent;
  }

  /** Notes that an operation is parked; its record stays away if it was not there before. */
  public void parked(Op op) {
    if (isAbsent.test(op.record())) {
      uncreated.add(op.record());
    }
  }

  /** Whether the operation would be without its parent. */
  public boolean isChild(Op op) {
    return uncreated.contains(op.record()) || pointsTo(op, uncreated);
  }

  /** Whether the operation makes its record point to one of these. */
  public static boolean pointsTo(Op op, Set<RecordId> records) {
    return !records.isEmpty()
        && op.fields().entrySet().stream()
            .anyMatch(
                change ->
                    isReference(op.kind(), change.getKey())
                        && change.getValue() instanceof FieldChange.Put(Value.Text(String id))
                        && records.stream().anyMatch(record -> record.toString().equals(id)));
  }

  private static boolean isReference(String kind, String field) {
    return Kinds.named(kind)
        .flatMap(known -> known.field(field))
        .map(Field::type)
        .filter(FieldType.Reference.class::isInstance)
        .isPresent();
  }
}
