package dev.throughline.server.log;

import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Removal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The brake on removing much at once. One gesture that removes a large share of the workspace needs
 * a person's word, and so does a push that removes very many records in however many gestures.
 */
final class Removals {
  private final LongSupplier liveRecords;
  private final Set<OpId> confirmed;
  private final boolean isMassOfAll;

  Removals(List<List<Op>> groups, LongSupplier liveRecords) {
    this.liveRecords = liveRecords;
    this.confirmed =
        groups.stream().flatMap(Removals::confirmed).map(Op::id).collect(Collectors.toSet());
    this.isMassOfAll =
        unconfirmed(groups.stream().flatMap(List::stream).toList()).size() > Removal.COUNT_MAX;
  }

  /** Those that carry a word for exactly the records that their group removes with it. */
  private static Stream<Op> confirmed(List<Op> group) {
    return group.stream()
        .filter(op -> word(op).isPresent())
        .collect(Collectors.groupingBy(op -> word(op).orElseThrow()))
        .entrySet()
        .stream()
        .filter(
            of -> Removal.of(of.getValue().stream().map(Op::record).toList()).equals(of.getKey()))
        .flatMap(of -> of.getValue().stream());
  }

  private static Optional<Removal> word(Op op) {
    return op.action() == Action.TRASH
            && op.fields().get(Removal.FIELD) instanceof FieldChange.Put(var value)
        ? Removal.from(value)
        : Optional.empty();
  }

  /** Whether a person gave their word for this removal. */
  boolean isConfirmed(Op op) {
    return confirmed.contains(op.id());
  }

  /** Whether a group removes so much that it must wait for a person's word. */
  boolean mustWait(List<Op> group) {
    int count = unconfirmed(group).size();
    boolean isWorthCounting = count * Removal.SHARE > Removal.RECORDS_MIN;
    return count > 0
        && (isMassOfAll || (isWorthCounting && Removal.isMass(count, liveRecords.getAsLong())));
  }

  private Set<RecordId> unconfirmed(List<Op> ops) {
    return ops.stream()
        .filter(op -> op.action() == Action.TRASH && !isConfirmed(op))
        .map(Op::record)
        .collect(Collectors.toSet());
  }
}
