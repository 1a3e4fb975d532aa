package dev.throughline.server.log;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.sync.Wholes;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Tries one group of operations on top of the states before it. Thrown away when one is refused.
 */
final class GroupPlan {
  /** What one group may change; together with a full commit it still fits one message. */
  static final int BYTES_MAX = 8 << 20;

  private final BiFunction<RecordId, String, RecordState> before;
  private final Predicate<Op> isConfirmed;
  private final Gate gate;
  private final Merge.Writer writer;
  private final Batch batch;
  private final long headSeq;
  final List<LogEntry> entries = new ArrayList<>();
  final Map<RecordId, RecordState> states = new HashMap<>();
  final List<Outcome> outcomes = new ArrayList<>();
  int conflicts;
  long bytes;

  /**
   * A try on top of the states before it.
   *
   * @param isConfirmed whether a person gave their word for a removal
   */
  GroupPlan(
      BiFunction<RecordId, String, RecordState> before,
      Predicate<Op> isConfirmed,
      Gate gate,
      Merge.Writer writer,
      Batch batch,
      long headSeq) {
    this.before = before;
    this.isConfirmed = isConfirmed;
    this.gate = gate;
    this.writer = writer;
    this.batch = batch;
    this.headSeq = headSeq;
  }

  /** Takes the next operation in; says why not when the group cannot apply. */
  Optional<Merge.Refused> take(Op op) {
    RecordState state = state(op.record(), op.kind());
    Optional<Merge.Refused> forbidden = gate.refusal(op, state);
    if (forbidden.isPresent()) {
      return forbidden;
    }
    return switch (batch.merger.apply(state, op, writer, nextSeq(), batch.before.past())) {
      case Merge.Refused refused -> Optional.of(refused);
      case Merge.Unchanged _ -> {
        outcomes.add(new Outcome.Applied(state.seq()));
        yield Optional.empty();
      }
      case Merge.Next next -> accept(op, next);
    };
  }

  private RecordState state(RecordId record, String kind) {
    RecordState planned = states.get(record);
    return planned != null ? planned : before.apply(record, kind);
  }

  private long nextSeq() {
    return headSeq + entries.size() + 1;
  }

  private Optional<Merge.Refused> accept(Op op, Merge.Next next) {
    RecordState state = next.next();
    states.put(state.id(), state);
    write(state, Optional.of(op), next.changed(), writer.author());
    List<Conflict> kept = new ArrayList<>(next.conflicts());
    kept.forEach(this::keep);
    if (op.action() == Action.EDIT) {
      kept.addAll(bringBack(op, state));
    }
    outcomes.add(outcome(next, kept));
    return bytes > BYTES_MAX || entries.size() > Protocol.PULL_CHANGES_MAX
        ? Optional.of(
            new Merge.Refused(ParkReason.INVALID, "the group changes more than fits one message"))
        : Optional.empty();
  }

  /** What people see only inside records that others moved to the trash brings these back. */
  private List<Conflict> bringBack(Op op, RecordState part) {
    List<Conflict> kept = new ArrayList<>();
    Optional<RecordId> whole = Wholes.of(part.kind(), part.fields());
    for (int level = 0; level < Wholes.LEVELS_MAX && whole.isPresent(); level++) {
      RecordState state = state(whole.get(), "");
      Optional<Merge.Next> back = Merge.bringBack(state, op, writer, nextSeq());
      if (back.isPresent()) {
        RecordState next = back.get().next();
        states.put(next.id(), next);
        write(next, Optional.empty(), new TreeMap<>(), writer.author());
        back.get().conflicts().forEach(this::keep);
        kept.addAll(back.get().conflicts());
      }
      whole = Wholes.of(state.kind(), state.fields());
    }
    return kept;
  }

  private void keep(Conflict conflict) {
    SortedMap<String, Value> fields = new TreeMap<>(conflict.toFields());
    Stamp stamp =
        new Stamp(
            nextSeq(),
            conflict.id().toString(),
            LogEntry.SERVER,
            0,
            LogEntry.SERVER,
            writer.acceptedAtMillis());
    TreeMap<String, Stamp> stamps = new TreeMap<>();
    fields.keySet().forEach(name -> stamps.put(name, stamp));
    RecordState state =
        new RecordState(
            conflict.id(), Conflict.KIND.name(), stamp.seq(), Optional.empty(), fields, stamps);
    states.put(state.id(), state);
    write(state, Optional.empty(), fields, LogEntry.SERVER);
    conflicts++;
  }

  private void write(
      RecordState state, Optional<Op> op, SortedMap<String, Value> changed, String author) {
    boolean deliberate = state.trash().isPresent() && op.filter(isConfirmed).isPresent();
    byte[] payload = new Payload(state.trash().isPresent(), deliberate, changed).bytes();
    byte[] salt = batch.random.next(LogEntry.SALT_BYTES);
    entries.add(new LogEntry(state.seq(), state.id(), state.kind(), op, author, payload, salt));
    bytes += payload.length;
  }

  private static Outcome outcome(Merge.Next next, List<Conflict> kept) {
    long seq = next.next().seq();
    if (!kept.isEmpty()) {
      return new Outcome.Conflicted(seq, kept.stream().map(Conflict::id).toList());
    }
    return next.merged() ? new Outcome.Merged(seq) : new Outcome.Applied(seq);
  }
}
