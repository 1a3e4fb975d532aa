package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Removal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The brake on removing much at once. One gesture that removes a large share of the workspace needs
 * a person's word, and so does a push that removes very many records in however many gestures.
 */
final class Removals {
  private final LongSupplier liveRecords;
  private final Map<Removal, Set<RecordId>> confirmed;
  private final boolean isMassOfAll;

  Removals(List<Op> ops, LongSupplier liveRecords) {
    this.liveRecords = liveRecords;
    this.confirmed =
        ops.stream()
            .filter(op -> word(op).isPresent())
            .collect(
                Collectors.groupingBy(
                    op -> word(op).orElseThrow(),
                    Collectors.mapping(Op::record, Collectors.toSet())));
    this.isMassOfAll = unconfirmed(ops).size() > Removal.COUNT_MAX;
  }

  /** The word an operation carries, whether it fits or not. */
  static Optional<Removal> word(Op op) {
    return op.action() == Action.TRASH
            && op.fields().get(Removal.FIELD) instanceof FieldChange.Put(var value)
        ? Removal.from(value)
        : Optional.empty();
  }

  /** Whether a group removes so much that it must wait for a person's word. */
  boolean mustWait(List<Op> group) {
    int count = unconfirmed(group).size();
    boolean isWorthCounting = count * Removal.SHARE > Removal.RECORDS_MIN;
    return count > 0
        && (isMassOfAll || (isWorthCounting && Removal.isMass(count, liveRecords.getAsLong())));
  }

  private Set<RecordId> unconfirmed(List<Op> ops) {
    Set<RecordId> records = new HashSet<>();
    for (Op op : ops) {
      if (op.action() == Action.TRASH && word(op).filter(this::fits).isEmpty()) {
        records.add(op.record());
      }
    }
    return records;
  }

  /** A word that names more records than this push has is for several pushes: each has a part. */
  private boolean fits(Removal word) {
    Set<RecordId> records = confirmed.getOrDefault(word, Set.of());
    return records.size() < word.count()
        || (records.size() == word.count() && Removal.of(records).equals(word));
  }
}
