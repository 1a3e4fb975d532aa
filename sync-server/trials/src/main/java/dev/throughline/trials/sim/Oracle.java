package dev.throughline.trials.sim;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Payload;
import dev.throughline.server.log.Plan;
import dev.throughline.trials.memory.LogDisk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the log should hold, worked out anew from the list of all operations in the server's order
 * and the rules as people are told them. Written without a look at the merge; slow, plain, and
 * knowing of no database, no transaction and no resend. Only how the words of two texts were put
 * together it takes from the log, after {@link TextRules} found that right.
 */
final class Oracle {
  /** One write of a field. */
  record Write(long seq, Value value, String device, long opNo, String op, String author, long at) {
    Write with(Value other) {
      return new Write(seq, other, device, opNo, op, author, at);
    }
  }

  /** A record with the whole past of its fields. */
  static final class Rec {
    final String kind;
    Optional<Write> trash = Optional.empty();
    Optional<Write> restored = Optional.empty();
    long seq;
    final TreeMap<String, List<Write>> past = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, List<Write>>> sets = new TreeMap<>();

    Rec(String kind) {
      this.kind = kind;
    }

    Rec copy() {
      Rec copy = new Rec(kind);
      copy.trash = trash;
      copy.restored = restored;
      copy.seq = seq;
      past.forEach((name, writes) -> copy.past.put(name, new ArrayList<>(writes)));
      sets.forEach(
          (name, elements) ->
              elements.forEach(
                  (text, adds) -> copy.elements(name).put(text, new ArrayList<>(adds))));
      return copy;
    }

    /** Who put each text into a set; those that were taken out are left out. */
    TreeMap<String, List<Write>> elements(String field) {
      return sets.computeIfAbsent(field, _ -> new TreeMap<>());
    }

    /** The last write of each field and each text of a set, and who got it out of the trash. */
    List<Write> lastWrites() {
      List<Write> writes = new ArrayList<>();
      past.values().forEach(each -> writes.add(each.getLast()));
      sets.values().forEach(set -> set.values().forEach(adds -> writes.add(adds.getLast())));
      restored.ifPresent(writes::add);
      return writes;
    }

    List<Write> allWrites() {
      List<Write> writes = lastWrites();
      trash.ifPresent(writes::add);
      return writes;
    }

    Optional<Write> last(String field) {
      return Optional.ofNullable(past.get(field)).map(List::getLast);
    }

    Value value(String field) {
      return last(field).map(Write::value).orElse(Value.NOTHING);
    }

    Value valueAt(String field, long number) {
      return past.getOrDefault(field, List.of()).reversed().stream()
          .filter(write -> write.seq <= number)
          .map(Write::value)
          .findFirst()
          .orElse(Value.NOTHING);
    }

    Map<String, Value> fields() {
      TreeMap<String, Value> values = new TreeMap<>();
      past.keySet().forEach(name -> values.put(name, value(name)));
      return values;
    }
  }

  /** An operation that cannot apply. */
  static final class No extends Exception {
    private static final long serialVersionUID = 1;

    final ParkReason reason;

    No(ParkReason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }

  static final int NAME_LENGTH_MAX = 100;

  final Map<OpId, ParkReason> parked = new LinkedHashMap<>();
  final List<String> doubts = new ArrayList<>();
  private final Map<OpId, LogEntry> witness = new HashMap<>();
  private final Set<RecordId> written = new HashSet<>();
  private final Settled settled;
  private final Map<RecordId, List<Op>> keptAway = new HashMap<>();
  private Map<RecordId, Rec> records = new TreeMap<>();
  private long head;

  /** {@code settled} tells what people did about what was kept aside. */
  Oracle(List<LogDisk.Taken> all, Settled settled) {
    this.settled = settled;
    for (LogDisk.Taken taken : all) {
      taken.plan().commits().stream()
          .flatMap(commit -> commit.entries().stream())
          .forEach(this::see);
    }
    for (LogDisk.Taken taken : all) {
      groups(taken.plan()).forEach(group -> take(group, taken));
    }
  }

  Map<RecordId, Rec> records() {
    return records;
  }

  long head() {
    return head;
  }

  private void see(LogEntry entry) {
    entry
        .op()
        .ifPresentOrElse(op -> witness.put(op.id(), entry), () -> written.add(entry.record()));
  }

  private static List<List<Op>> groups(Plan plan) {
    Map<GroupId, List<Op>> groups = new LinkedHashMap<>();
    plan.firsts()
        .forEach(
            first ->
                groups.computeIfAbsent(first.op().group(), _ -> new ArrayList<>()).add(first.op()));
    return List.copyOf(groups.values());
  }

  /** All of a group or nothing of it. */
  private void take(List<Op> group, LogDisk.Taken taken) {
    Map<RecordId, Rec> before = new TreeMap<>(records);
    records = new TreeMap<>(records);
    long headBefore = head;
    int doubtsBefore = doubts.size();
    for (Op op : group) {
      try {
        records.computeIfPresent(op.record(), (_, rec) -> rec.copy());
        take(op, taken.plan().push(), taken.acceptedAtMillis());
      } catch (No no) {
        records = before;
        head = headBefore;
        doubts.subList(doubtsBefore, doubts.size()).clear();
        group.forEach(each -> park(each, each == op ? no.reason : ParkReason.GROUP));
        return;
      }
    }
  }

  private void park(Op op, ParkReason reason) {
    parked.put(op.id(), reason);
    if (!records.containsKey(op.record())) {
      keptAway.computeIfAbsent(op.record(), _ -> new ArrayList<>()).add(op);
    }
  }

  private void take(Op op, Push push, long acceptedAt) throws No {
    Optional<Kind> kind = Kinds.named(op.kind());
    Optional<Rec> before = Optional.ofNullable(records.get(op.record()));
    refuse(isChild(op, push, kind), ParkReason.PARENT);
    boolean isConflict = op.kind().equals("conflict");
    refuse(isConflict && !isResolution(op, before), ParkReason.NOT_ALLOWED);
    refuse(kind.isEmpty(), ParkReason.UNKNOWN_KIND);
    refuse(before.filter(rec -> !rec.kind.equals(op.kind())).isPresent(), ParkReason.INVALID);
    long number = head + 1;
    boolean isEntry = new OracleOp(this, kind.orElseThrow(), op, push, acceptedAt).apply(before);
    Optional<LogEntry> entry = Optional.ofNullable(witness.get(op.id()));
    if (isEntry != entry.isPresent() || entry.filter(e -> e.seq() != number).isPresent()) {
      doubt(op, "should be entry " + (isEntry ? number : 0) + ", not " + entry + ": " + op);
    }
  }

  static void refuse(boolean is, ParkReason reason) throws No {
    if (is) {
      throw new No(reason);
    }
  }

  private boolean isChild(Op op, Push push, Optional<Kind> kind) {
    boolean isUnderParked =
        op.fields().entrySet().stream()
            .filter(change -> isReference(kind, change.getKey()))
            .anyMatch(
                change ->
                    change.getValue() instanceof FieldChange.Put(Value.Text(String id))
                        && isKeptAway(RecordId.of(id), op, push));
    return isUnderParked || (isKeptAway(op.record(), op, push));
  }

  /** Whether the record's creation was kept aside, and still was when this operation left. */
  private boolean isKeptAway(RecordId record, Op op, Push push) {
    return !records.containsKey(record)
        && keptAway.getOrDefault(record, List.of()).stream()
            .anyMatch(kept -> settled.isAwaited(push.device(), kept, op));
  }

  private static boolean isReference(Optional<Kind> kind, String field) {
    return kind.flatMap(k -> k.field(field))
        .filter(f -> f.type() instanceof FieldType.Reference)
        .isPresent();
  }

  private static boolean isResolution(Op op, Optional<Rec> before) {
    return before.isPresent()
        && op.action() == Action.EDIT
        && Set.of("state").containsAll(op.fields().keySet());
  }

  /** The record's next entry in the log. */
  void entry(RecordId record, Rec rec) {
    head++;
    rec.seq = head;
    records.put(record, rec);
  }

  /** A record that may be changed while this group is tried. */
  Optional<Rec> changing(RecordId record) {
    return Optional.ofNullable(records.computeIfPresent(record, (_, rec) -> rec.copy()));
  }

  /** A conflict record, which the server writes after the entry it is about. */
  void card(Op op, Map<String, Value> fields) {
    Rec rec = new Rec("conflict");
    String field = fields.get("field") instanceof Value.Text(String name) ? name : "";
    boolean isOfAnother = !Value.text(op.record().toString()).equals(fields.get("record"));
    String about = fields.get("record") instanceof Value.Text(String id) ? "/" + id : "";
    entry(cardId(op, isOfAnother ? field + about : field), rec);
    fields.forEach(
        (name, value) ->
            rec.past.put(
                name,
                new ArrayList<>(
                    List.of(new Write(head, value, "server", 0, "server", "server", 0)))));
  }

  /** How the log put two texts together. */
  Optional<String> mergedText(Op op, String field) {
    return Optional.ofNullable(witness.get(op.id()))
        .map(entry -> Payload.of(entry.payload()).fields().get(field))
        .flatMap(
            value ->
                value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty());
  }

  boolean hasCard(Op op, String field) {
    return written.contains(cardId(op, field));
  }

  void doubt(Op op, String what) {
    doubts.add("operation " + op.opNo() + " on " + op.record() + ", " + what);
  }

  private static RecordId cardId(Op op, String field) {
    return new RecordId(Uuids.reserved("conflict/" + op.id() + "/" + field));
  }
}
