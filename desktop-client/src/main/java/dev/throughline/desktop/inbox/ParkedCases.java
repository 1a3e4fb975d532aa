package dev.throughline.desktop.inbox;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.WaitingChange;
import dev.throughline.desktop.outbox.WaitingChanges;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.store.WaitingState;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what the server keeps aside together to cases a person can decide. */
final class ParkedCases {
  private static final int OPS_MAX = 5_000;

  private final RecordNames names;
  private final OpLines lines;

  private ParkedCases(RecordNames names) {
    this.names = names;
    this.lines = new OpLines(names);
  }

  /** The oldest first. Not on the UI thread. */
  static List<ParkedCase> read(LocalStore store, RecordNames names) {
    ParkedCases cases = new ParkedCases(names);
    return together(store.aside().parked(OPS_MAX)).stream().map(cases::told).toList();
  }

  /** One pass in the order they were made: what belongs to an earlier one joins it. */
  private static List<List<Waiting>> together(List<Waiting> parked) {
    Map<Object, List<Waiting>> piles = new LinkedHashMap<>();
    for (Waiting waiting : parked) {
      List<Waiting> into = new ArrayList<>();
      for (Object key : keys(waiting)) {
        List<Waiting> found = piles.get(key);
        if (found != null && found != into) {
          into.addAll(found);
          found.forEach(one -> piles.put(one.op().group(), into));
          found.forEach(one -> piles.put(one.op().record(), into));
        }
      }
      into.add(waiting);
      piles.put(waiting.op().group(), into);
      piles.put(waiting.op().record(), into);
    }
    return piles.values().stream().distinct().toList();
  }

  private static List<Object> keys(Waiting waiting) {
    Op op = waiting.op();
    List<Object> keys = new ArrayList<>(List.of(op.group(), op.record()));
    if (reason(waiting) == ParkReason.PARENT) {
      op.fields().forEach((name, change) -> pointed(op.kind(), name, change).ifPresent(keys::add));
    }
    return keys;
  }

  private static Optional<RecordId> pointed(String kind, String name, FieldChange change) {
    boolean isPointer =
        Kinds.named(kind)
            .flatMap(known -> known.field(name))
            .map(Field::type)
            .filter(FieldType.Reference.class::isInstance)
            .isPresent();
    return isPointer && change instanceof FieldChange.Put(Value.Text(String id))
        ? Optional.of(RecordId.of(id))
        : Optional.empty();
  }

  private ParkedCase told(List<Waiting> ops) {
    Waiting cause = ops.stream().filter(ParkedCases::isCause).findFirst().orElseGet(ops::getFirst);
    ParkReason reason = reason(cause);
    WaitingChange change = WaitingChanges.of(List.of(cause), names).getFirst();
    WaitingChange.Aside said = WaitingChanges.aside(reason, cause.detail());
    return new ParkedCase(
        cause.op().group().toString(),
        reason,
        title(reason, change, ops),
        reason == ParkReason.MASS_CHANGE ? "" : change.belongsTo(),
        said.reason(),
        said.advice(),
        lines(ops),
        cause.op().record(),
        cause.since(),
        ops);
  }

  private static String title(ParkReason reason, WaitingChange change, List<Waiting> ops) {
    if (reason != ParkReason.MASS_CHANGE) {
      return change.name();
    }
    long removed = ops.stream().filter(one -> one.op().action() == Action.TRASH).count();
    return Texts.count("inbox.parked.removal", removed);
  }

  /** What is kept aside for its own sake, not because something else is. */
  private static boolean isCause(Waiting waiting) {
    ParkReason reason = reason(waiting);
    return reason != ParkReason.GROUP && reason != ParkReason.PARENT;
  }

  private static ParkReason reason(Waiting waiting) {
    if (waiting.state() == WaitingState.HELD) {
      return ParkReason.PARENT;
    }
    return Arrays.stream(ParkReason.values())
        .filter(reason -> reason.name().equals(waiting.reason()))
        .findFirst()
        .orElse(ParkReason.INVALID);
  }

  private List<ParkedCase.Line> lines(List<Waiting> ops) {
    return ops.stream()
        .flatMap(one -> lines.of(one.op(), this::value).stream())
        .limit(OpLines.MAX)
        .toList();
  }

  /** The value as the person sees it in the record, where the change alone does not tell it. */
  private Value value(Op op, String name, FieldChange change) {
    return change instanceof FieldChange.Put(Value value)
        ? value
        : names
            .find(op.record())
            .map(view -> view.fields().getOrDefault(name, Value.NOTHING))
            .orElse(Value.NOTHING);
  }
}
