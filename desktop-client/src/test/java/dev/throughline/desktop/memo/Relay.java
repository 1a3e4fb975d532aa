package dev.throughline.desktop.memo;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The least a server does between desktops: merge what is pushed, hand out what changed. */
public final class Relay {
  private static final WorkspaceId WORKSPACE =
      WorkspaceId.of("01900000-0000-7000-8000-00000000000a");

  private final Map<RecordId, RecordState> records = new HashMap<>();
  private final List<RecordState> past = new ArrayList<>();
  private final List<Change> log = new ArrayList<>();
  private final List<Conflict> kept = new ArrayList<>();
  private Function<Op, Optional<ParkReason>> parking = op -> Optional.empty();

  /** What met in one field so far. */
  public List<Conflict> kept() {
    return List.copyOf(kept);
  }

  public void join(ClientWiring desk) throws Exception {
    desk.ledger().joined(WORKSPACE, "Team");
  }

  public void push(ClientWiring desk) throws Exception {
    for (Waiting waiting : desk.ledger().store().toPush(1_000)) {
      Op op = waiting.op();
      desk.ledger().sent(List.of(op.opNo()));
      desk.ledger().answered(List.of(new OpOutcome(op.opNo(), take(desk, op))));
    }
  }

  /** Keeps operations aside that this holds for, as a server would that cannot take them. */
  public void park(Function<Op, Optional<ParkReason>> rule) {
    parking = rule;
  }

  /** What happened to a record, newest first, as the server tells it. */
  public List<RecordHistory.Entry> history(RecordId record) {
    return log.reversed().stream()
        .filter(change -> change.record().equals(record))
        .map(
            change ->
                new RecordHistory.Entry(
                    change.seq(),
                    change.author(),
                    change.device(),
                    change.atMillis(),
                    change.trashed(),
                    false,
                    change.fields()))
        .toList();
  }

  /** A conflict record, as the server writes it. */
  private void keep(Conflict conflict) {
    TreeMap<String, Value> fields = new TreeMap<>(conflict.toFields());
    long seq = log.size() + 1L;
    TreeMap<String, Stamp> stamps = new TreeMap<>();
    Stamp stamp = new Stamp(seq, conflict.id().toString(), "server", 0, "server", seq);
    fields.keySet().forEach(name -> stamps.put(name, stamp));
    RecordState state =
        new RecordState(conflict.id(), "conflict", seq, Optional.empty(), fields, stamps);
    records.put(conflict.id(), state);
    past.add(state);
    log.add(
        new Change(
            seq,
            conflict.id(),
            "conflict",
            false,
            fields,
            "server",
            "server",
            Math.max(conflict.shown().atMillis(), conflict.kept().atMillis())));
  }

  private Outcome take(ClientWiring desk, Op op) {
    Optional<ParkReason> parked = parking.apply(op);
    if (parked.isPresent()) {
      return new Outcome.Parked(parked.get(), "place holds 412 characters; the limit is 300");
    }
    RecordState state =
        records.computeIfAbsent(op.record(), id -> RecordState.absent(id, op.kind()));
    var writer =
        new Merge.Writer(
            desk.ledger().store().device().orElseThrow(), desk.author(), Long.MAX_VALUE);
    long seq = log.size() + 1L;
    return switch (Merge.apply(state, op, writer, seq, this::valueAt)) {
      case Merge.Next(var next, var changed, boolean merged, var conflicts) -> {
        records.put(op.record(), next);
        past.add(next);
        kept.addAll(conflicts);
        log.add(
            new Change(
                seq,
                op.record(),
                op.kind(),
                next.trash().isPresent(),
                changed,
                writer.author(),
                writer.device().toString(),
                op.hlc().millis(),
                op.fields().containsKey(Removal.FIELD)));
        conflicts.forEach(this::keep);
        yield merged ? new Outcome.Merged(seq) : new Outcome.Applied(seq);
      }
      case Merge.Unchanged() -> new Outcome.Applied(state.seq());
      case Merge.Refused(ParkReason reason, String detail) -> new Outcome.Parked(reason, detail);
    };
  }

  private Optional<Value> valueAt(RecordId record, String field, long seq) {
    return past.reversed().stream()
        .filter(state -> state.id().equals(record) && state.seq() <= seq)
        .map(state -> state.fields().getOrDefault(field, Value.NOTHING))
        .findFirst();
  }

  public void pull(ClientWiring desk) {
    long from = desk.ledger().store().cursor().map(Cursor::seq).orElse(0L);
    desk.ledger().store().apply(answer(from));
  }

  /** What a pull after that number is answered. */
  public PullAnswer answer(long from) {
    List<Change> changes = log.subList((int) from, log.size());
    Cursor cursor = new Cursor(WORKSPACE, "epoch", log.size(), "cd");
    return new PullAnswer(from, cursor, log.size(), List.copyOf(changes));
  }
}
