package dev.throughline.server.log;

import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.sync.Wholes;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.RescuedOps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tries one group of operations on top of the states before it. Thrown away when one is refused.
 */
final class GroupPlan {
  /** What one group may change; together with a full commit it still fits one message. */
  static final int BYTES_MAX = 8 << 20;

  private final BiFunction<RecordId, String, RecordState> before;
  private final Supplier<Collection<RecordState>> planned;
  private final Predicate<Op> isConfirmed;
  private final Gate gate;
  final GrantBook book;
  private final Merge.Writer writer;
  private final Batch batch;
  private final long headSeq;
  final List<LogEntry> entries = new ArrayList<>();
  final Map<RecordId, RecordState> states = new HashMap<>();
  final List<Outcome> outcomes = new ArrayList<>();
  final List<Move> moves = new ArrayList<>();
  final List<Aftermath.Done> done = new ArrayList<>();
  final List<AuditNote> audit = new ArrayList<>();
  int conflicts;
  long bytes;

  /**
   * A try on top of the states before it.
   *
   * @param planned what the groups of the push before it lead to
   * @param isConfirmed whether a person gave their word for a removal
   * @param book what whoever pushes may do before it
   */
  GroupPlan(
      BiFunction<RecordId, String, RecordState> before,
      Supplier<Collection<RecordState>> planned,
      Predicate<Op> isConfirmed,
      GrantBook book,
      Merge.Writer writer,
      Batch batch,
      long headSeq) {
    this.before = before;
    this.planned = planned;
    this.isConfirmed = isConfirmed;
    this.book = book.copy();
    this.gate = new Gate(this.book, this::link, id -> known(id, ""), writer.acceptedAtMillis());
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
    Optional<Merge.Refused> refused = apply(op, state, Optional.of(op), writer);
    return refused.isPresent() ? refused : bring(Acceptance.brings(op, state), state);
  }

  /**
   * An owner who accepts rescued work takes in what it holds, under the name of who wrote it. What
   * of it does not fit waits on in a rescue of its own, with the reason.
   */
  private Optional<Merge.Refused> bring(List<Op> rescued, RecordState rescue) {
    List<Op> left = new ArrayList<>();
    Optional<Merge.Refused> why = Optional.empty();
    int removed = 0;
    for (Op op : rescued) {
      removed += op.action() == Action.TRASH ? 1 : 0;
      Optional<Merge.Refused> refused = bring(op, rescue, removed);
      if (refused.isPresent()) {
        left.add(op);
        why = why.or(() -> refused);
      }
    }
    if (left.isEmpty()) {
      return Optional.empty();
    }
    if (left.size() == rescued.size()) {
      return why;
    }
    Rescue rest = Rescue.from(rescue.id(), rescue.fields());
    RecordId study = rest.study().orElseThrow();
    Rescue fresh =
        new Rescue(
            Rescue.idOf(study, left.stream().map(Op::id).toList()),
            rest.study(),
            rest.person(),
            rest.author(),
            rest.device(),
            rest.atMillis(),
            RescuedOps.of(left),
            Rescue.OPEN,
            why.map(Merge.Refused::detail).orElse(""));
    make(fresh.id(), Rescue.KIND.name(), fresh.toFields());
    return Optional.empty();
  }

  private Optional<Merge.Refused> bring(Op op, RecordState rescue, int removed) {
    boolean isTaken =
        batch
            .before
            .known()
            .firstOutcome(op)
            .filter(outcome -> !(outcome instanceof Outcome.Parked))
            .isPresent();
    if (isTaken) {
      return Optional.empty();
    }
    if (bytes > BYTES_MAX / 2 || entries.size() > Protocol.PUSH_OPS_MAX) {
      return Optional.of(new Merge.Refused(ParkReason.INVALID, "more than fits at once"));
    }
    if (removed > Removal.RECORDS_MIN) {
      return Optional.of(new Merge.Refused(ParkReason.MASS_CHANGE, "removes much at once"));
    }
    RecordState state = state(op.record(), op.kind());
    Optional<Merge.Refused> refused =
        gate.beyond(op, state, rescue)
            .or(() -> apply(op, state, Optional.empty(), Acceptance.writer(rescue, writer)));
    if (refused.isEmpty()) {
      outcomes.removeLast();
    }
    return refused;
  }

  private Optional<Merge.Refused> apply(
      Op op, RecordState state, Optional<Op> logged, Merge.Writer by) {
    return switch (batch.merger.apply(state, op, by, nextSeq(), batch.before.past())) {
      case Merge.Refused refused -> Optional.of(refused);
      case Merge.Unchanged _ -> {
        outcomes.add(new Outcome.Applied(state.seq()));
        yield Optional.empty();
      }
      case Merge.Next next -> accept(op, state, logged, next, by);
    };
  }

  private Optional<Scopes.Link> link(RecordId record) {
    RecordState state = state(record, "");
    return state.isAbsent()
        ? Optional.empty()
        : Optional.of(Scopes.link(state.kind(), state.fields()));
  }

  private RecordState state(RecordId record, String kind) {
    RecordState planned = states.get(record);
    return planned != null ? planned : before.apply(record, kind);
  }

  private long nextSeq() {
    return headSeq + entries.size() + 1;
  }

  private Optional<Merge.Refused> accept(
      Op op, RecordState old, Optional<Op> logged, Merge.Next next, Merge.Writer by) {
    RecordState state = next.next();
    states.put(state.id(), state);
    done.add(new Aftermath.Done(op, old, state));
    write(state, logged, next.changed(), by.author());
    moved(old, state);
    book.note(state);
    if (Gate.isFounded(op, old)) {
      own(state.id());
    }
    List<RecordId> kept = new ArrayList<>();
    next.conflicts().forEach(conflict -> kept.add(keep(conflict)));
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
  private List<RecordId> bringBack(Op op, RecordState part) {
    List<RecordId> kept = new ArrayList<>();
    Optional<RecordId> whole = Wholes.of(part.kind(), part.fields());
    for (int level = 0; level < Wholes.LEVELS_MAX && whole.isPresent(); level++) {
      RecordState state = state(whole.get(), "");
      Optional<Merge.Next> back = Merge.bringBack(state, op, writer, nextSeq());
      if (back.isPresent()) {
        RecordState next = back.get().next();
        states.put(next.id(), next);
        write(next, Optional.empty(), new TreeMap<>(), writer.author());
        back.get().conflicts().forEach(conflict -> kept.add(keep(conflict)));
      }
      whole = Wholes.of(state.kind(), state.fields());
    }
    return kept;
  }

  private RecordId keep(Conflict conflict) {
    conflicts++;
    return make(conflict.id(), Conflict.KIND.name(), conflict.toFields()).id();
  }

  /** Whoever makes a study owns it. */
  private void own(RecordId study) {
    Optional<RecordId> person = book.asker().person();
    if (person.isPresent()) {
      Grant grant = Grant.of(person, Optional.of(study), Level.OWNER);
      book.note(make(grant.id(), Grant.KIND.name(), grant.toFields()));
    }
  }

  /**
   * A record the server itself makes. Its id follows from what it is about: where it is there
   * already it stays as it is; where somebody used the id for something else, it gets another.
   */
  private RecordState make(RecordId wanted, String kind, Map<String, Value> with) {
    RecordState old = states.getOrDefault(wanted, batch.any(wanted, kind));
    if (!old.isAbsent() && old.kind().equals(kind)) {
      return old;
    }
    RecordId id = old.isAbsent() ? wanted : batch.newId();
    SortedMap<String, Value> fields = new TreeMap<>(with);
    Stamp stamp =
        new Stamp(
            nextSeq(),
            id.toString(),
            LogEntry.SERVER,
            0,
            LogEntry.SERVER,
            writer.acceptedAtMillis());
    TreeMap<String, Stamp> stamps = new TreeMap<>();
    fields.keySet().forEach(name -> stamps.put(name, stamp));
    RecordState state = new RecordState(id, kind, stamp.seq(), Optional.empty(), fields, stamps);
    states.put(state.id(), state);
    write(state, Optional.empty(), fields, LogEntry.SERVER);
    return state;
  }

  /** The workspace as the operations so far have left it. */
  Aftermath.Records around() {
    return new Around();
  }

  /** What the aftermath and acts see and write. */
  private final class Around implements Aftermath.Records {
    @Override
    public Asker asker() {
      return new Asker(book.access(), book.asker().person());
    }

    @Override
    public String device() {
      return writer.device().toString();
    }

    @Override
    public long nowMillis() {
      return writer.acceptedAtMillis();
    }

    @Override
    public long nextSeq() {
      return GroupPlan.this.nextSeq();
    }

    @Override
    public byte[] random(int count) {
      return batch.random.next(count);
    }

    @Override
    public Optional<RecordState> find(RecordId record) {
      RecordState state = known(record, "");
      return state.isAbsent() ? Optional.empty() : Optional.of(state);
    }

    @Override
    public List<RecordState> naming(String kind, String field, RecordId record) {
      Map<RecordId, RecordState> found = new LinkedHashMap<>();
      batch.naming(kind, field, record).forEach(state -> found.put(state.id(), state));
      Stream.concat(planned.get().stream(), states.values().stream())
          .filter(state -> state.kind().equals(kind))
          .forEach(state -> found.put(state.id(), state));
      return found.values().stream()
          .filter(state -> state.trash().isEmpty())
          .filter(
              state -> new FieldMap(state.fields()).reference(field).equals(Optional.of(record)))
          .sorted(Comparator.comparing(RecordState::id))
          .toList();
    }

    @Override
    public void audit(AuditNote note) {
      audit.add(note);
    }

    @Override
    public void write(RecordId record, String kind, Map<String, Value> fields) {
      set(record, kind, fields);
    }
  }

  /** A record the server itself changes, or makes. */
  private void set(RecordId record, String kind, Map<String, Value> fields) {
    RecordState old = known(record, kind);
    Stamp stamp =
        new Stamp(
            nextSeq(),
            record.toString(),
            LogEntry.SERVER,
            0,
            LogEntry.SERVER,
            writer.acceptedAtMillis());
    TreeMap<String, Value> all = new TreeMap<>(old.fields());
    TreeMap<String, Stamp> stamps = new TreeMap<>(old.stamps());
    all.putAll(fields);
    fields.keySet().forEach(name -> stamps.put(name, stamp));
    RecordState state = new RecordState(record, kind, stamp.seq(), old.trash(), all, stamps);
    states.put(record, state);
    write(state, Optional.empty(), new TreeMap<>(fields), LogEntry.SERVER);
  }

  private RecordState known(RecordId record, String kind) {
    RecordState planned = state(record, kind);
    return planned.isAbsent() ? batch.any(record, kind) : planned;
  }

  private void moved(RecordState old, RecordState now) {
    if (!old.isAbsent()
        && !Scopes.link(old.kind(), old.fields()).equals(Scopes.link(now.kind(), now.fields()))) {
      Scope from = gate.scope(old.id(), old.kind(), old.fields());
      Scope to = gate.scope(now.id(), now.kind(), now.fields());
      if (!from.equals(to)) {
        moves.add(new Move(now.seq(), now.id(), now.kind(), from, to));
      }
    }
  }

  private void write(
      RecordState state, Optional<Op> op, SortedMap<String, Value> changed, String author) {
    boolean deliberate = state.trash().isPresent() && op.filter(isConfirmed).isPresent();
    byte[] payload = new Payload(state.trash().isPresent(), deliberate, changed).bytes();
    byte[] salt = batch.random.next(LogEntry.SALT_BYTES);
    entries.add(new LogEntry(state.seq(), state.id(), state.kind(), op, author, payload, salt));
    bytes += payload.length;
  }

  private static Outcome outcome(Merge.Next next, List<RecordId> kept) {
    long seq = next.next().seq();
    if (!kept.isEmpty()) {
      return new Outcome.Conflicted(seq, kept);
    }
    return next.merged() ? new Outcome.Merged(seq) : new Outcome.Applied(seq);
  }
}
