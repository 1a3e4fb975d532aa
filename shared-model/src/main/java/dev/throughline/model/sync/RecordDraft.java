package dev.throughline.model.sync;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The record one edit leads to, while its fields are taken in one by one. */
final class RecordDraft {
  private final RecordState state;
  private final Op op;
  private final Merge.Writer writer;
  private final Stamp mine;
  private final Merge.Past past;
  private final TreeMap<String, Value> fields;
  private final TreeMap<String, Stamp> stamps;
  private final TreeMap<String, Value> changed = new TreeMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private boolean merged;
  private boolean isRestamped;

  RecordDraft(RecordState state, Op op, Merge.Writer writer, long seq, Merge.Past past) {
    this.state = state;
    this.op = op;
    this.writer = writer;
    this.mine = Merge.stamp(op, writer, seq);
    this.past = past;
    this.fields = new TreeMap<>(state.fields());
    this.stamps = new TreeMap<>(state.stamps());
  }

  Stamp mine() {
    return mine;
  }

  Value value(String name) {
    return fields.getOrDefault(name, Value.NOTHING);
  }

  Optional<Stamp> stamp(String name) {
    return Optional.ofNullable(stamps.get(name));
  }

  /** Who wrote a field last, when this edit's device had not seen that. */
  Optional<Stamp> news(String name) {
    return stamp(name).filter(this::isNews);
  }

  boolean isNews(Stamp stamp) {
    return Merge.isNews(stamp, op, writer);
  }

  /** Whether others have written any part of the record since this edit's device saw it. */
  boolean hasNews() {
    return Stream.concat(state.stamps().values().stream(), state.trash().stream())
        .anyMatch(this::isNews);
  }

  /** The field as this edit's device had last seen it; empty when that is not known any more. */
  Optional<Value> base(String name) {
    Stamp stamp = stamps.get(name);
    if (stamp == null || op.baseSeq() == 0) {
      return Optional.of(Value.NOTHING);
    }
    return stamp.seq() <= op.baseSeq()
        ? Optional.of(value(name))
        : past.valueAt(state.id(), name, op.baseSeq());
  }

  void set(String name, Value value) {
    fields.put(name, value);
    stamps.put(name, mine);
    changed.put(name, value);
  }

  /** Sets the field unless it is so already and somebody had set it. */
  void setIfOther(String name, Value value) {
    if (!value.equals(value(name)) || !stamps.containsKey(name)) {
      set(name, value);
    }
  }

  /** Remembers who put a text into a set, or that it is not in it any more. */
  void stampElement(String name, String element, Optional<Stamp> stamp) {
    isRestamped = true;
    stamp.ifPresentOrElse(
        by -> stamps.put(element(name, element), by), () -> stamps.remove(element(name, element)));
  }

  Optional<Stamp> elementStamp(String name, String element) {
    return stamp(element(name, element));
  }

  private static String element(String name, String element) {
    return name + "/" + element;
  }

  /** Notes that something others wrote was taken into account. */
  void merged() {
    merged = true;
  }

  /** Keeps both values beside each other; of two who settle one conflict the later decides. */
  void keep(String field, Value base, Conflict.Side shown, Conflict.Side kept, String rule) {
    if (state.kind().equals(Conflict.KIND.name())) {
      return;
    }
    conflicts.add(
        new Conflict(
            Merge.conflictId(op, field),
            Optional.of(state.id()),
            state.kind(),
            field,
            base,
            shown,
            kept,
            rule));
  }

  Optional<Merge.Refused> problem(String name, Optional<Field> field, Value value) {
    return field
        .flatMap(known -> known.type().problem(value))
        .flatMap(problem -> refused(ParkReason.INVALID, name + " " + problem));
  }

  static Optional<Merge.Refused> refused(ParkReason reason, String detail) {
    return Optional.of(new Merge.Refused(reason, detail));
  }

  Merge.Result result() {
    if (fields.size() > Kind.FIELDS_MAX) {
      return new Merge.Refused(
          ParkReason.INVALID, "more than " + Kind.FIELDS_MAX + " fields in one record");
    }
    boolean isSame = changed.isEmpty() && conflicts.isEmpty() && !isRestamped;
    if (isSame && !state.isAbsent()) {
      return new Merge.Unchanged();
    }
    boolean isFirm = Merge.isTrashFirm(state.kind());
    if (!isFirm) {
      keepTrashBeside();
    }
    Optional<Stamp> trash = isFirm ? state.trash() : Optional.empty();
    RecordState next = new RecordState(state.id(), state.kind(), mine.seq(), trash, fields, stamps);
    return new Merge.Next(next, changed, merged, conflicts);
  }

  /** An edit takes the record out of the trash; if its writer did not know, a record says so. */
  private void keepTrashBeside() {
    if (state.trash().isPresent()) {
      merged = true;
      state
          .trash()
          .filter(this::isNews)
          .map(trash -> Merge.trashConflict(state, op, mine, trash))
          .ifPresent(conflicts::add);
    }
  }
}
