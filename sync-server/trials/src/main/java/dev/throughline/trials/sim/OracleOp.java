package dev.throughline.trials.sim;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.value.Value;
import dev.throughline.trials.sim.Oracle.No;
import dev.throughline.trials.sim.Oracle.Rec;
import dev.throughline.trials.sim.Oracle.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One operation in the naive model. */
final class OracleOp {
  private final Oracle oracle;
  private final Kind kind;
  private final Op op;
  private final Push push;
  private final long at;
  private final long number;
  private final List<Map<String, Value>> cards = new ArrayList<>();
  private boolean isChanged;
  private boolean isStale;

  OracleOp(Oracle oracle, Kind kind, Op op, Push push, long acceptedAt) {
    this.oracle = oracle;
    this.kind = kind;
    this.op = op;
    this.push = push;
    this.at = Math.clamp(op.hlc().millis() + push.clockOffsetMillis(), 0, acceptedAt);
    this.number = oracle.head() + 1;
  }

  /** Applies it; answers whether it has an entry in the log. */
  boolean apply(Optional<Rec> before) throws No {
    Rec rec = before.orElseGet(() -> new Rec(op.kind()));
    isStale = rec.allWrites().stream().anyMatch(this::isNews);
    switch (op.action()) {
      case EDIT -> edit(rec, before.isEmpty());
      case TRASH -> trash(rec, before.isEmpty());
      case RESTORE -> {
        isChanged = rec.trash.isPresent();
        rec.restored = isChanged ? Optional.of(mine(Value.NOTHING)) : rec.restored;
        rec.trash = Optional.empty();
      }
    }
    if (isChanged || !cards.isEmpty()) {
      oracle.entry(op.record(), rec);
      cards.forEach(card -> oracle.card(op, card));
      if (op.action() == Action.EDIT) {
        wholesComeBack(rec);
      }
      return true;
    }
    return false;
  }

  private void edit(Rec rec, boolean isNew) throws No {
    for (var change : op.fields().entrySet()) {
      String name = change.getKey();
      Optional<Field> field = kind.field(name);
      Oracle.refuse(field.isEmpty() && name.length() > Oracle.NAME_LENGTH_MAX, ParkReason.INVALID);
      new OracleField(oracle, op, this, rec, name, field).take(change.getValue());
    }
    isChanged |= isNew;
    if (isChanged || !cards.isEmpty()) {
      comesBack(rec);
    }
  }

  /** An edit takes its record out of the trash, and says so to one who did not know. */
  private void comesBack(Rec rec) {
    rec.trash.filter(this::isNews).ifPresent(trash -> trashCard(rec, mine(Value.NOTHING), trash));
    rec.trash = Optional.empty();
  }

  /** Notes and turns are seen only inside others, which come back from the trash with them. */
  private void wholesComeBack(Rec part) {
    Optional<RecordId> id = whole(part);
    for (int level = 0; level < 2 && id.isPresent(); level++) {
      RecordId whole = id.get();
      Optional<Rec> found = oracle.changing(whole);
      found
          .filter(rec -> rec.trash.filter(this::isNews).isPresent())
          .ifPresent(rec -> comesBack(whole, rec));
      id = found.flatMap(OracleOp::whole);
    }
  }

  private void comesBack(RecordId whole, Rec rec) {
    cards.clear();
    trashCard(rec, mine(Value.NOTHING), rec.trash.orElseThrow());
    rec.trash = Optional.empty();
    oracle.entry(whole, rec);
    cards.forEach(
        card -> {
          card.put("record", Value.text(whole.toString()));
          oracle.card(op, card);
        });
  }

  private static Optional<RecordId> whole(Rec part) {
    return switch (part.kind) {
      case "memo", "transcript", "coverage" -> reference(part, "interview");
      case "segment" -> reference(part, "transcript");
      default -> Optional.empty();
    };
  }

  private static Optional<RecordId> reference(Rec part, String field) {
    return part.value(field) instanceof Value.Text(String id)
        ? Optional.of(RecordId.of(id))
        : Optional.empty();
  }

  private void trashCard(Rec rec, Write edit, Write trash) {
    Write edited = edit.with(Value.text("edited"));
    card(
        rec, "trash", Value.NOTHING, edited, trash.with(Value.text("trashed")), "edit-beats-trash");
  }

  private void trash(Rec rec, boolean isNew) {
    if (isNew || rec.trash.isPresent()) {
      return;
    }
    Optional<Write> news =
        rec.lastWrites().stream().filter(this::isNews).max(Comparator.comparingLong(Write::seq));
    isChanged = true;
    Write mine = mine(Value.NOTHING);
    rec.trash = news.isEmpty() ? Optional.of(mine) : Optional.empty();
    news.ifPresent(edit -> trashCard(rec, edit, mine));
  }

  void write(Rec rec, String name, Value value) {
    rec.past.computeIfAbsent(name, _ -> new ArrayList<>()).add(mine(value));
    isChanged = true;
  }

  Write mine(Value value) {
    return new Write(
        number, value, push.device().toString(), op.opNo(), op.id().toString(), push.author(), at);
  }

  /** Whether anything of the record was written that this device had not seen. */
  boolean isStale() {
    return isStale;
  }

  /** Whether somebody else wrote it and this device had not seen it. */
  boolean isNews(Write write) {
    boolean isOwn = write.device().equals(push.device().toString()) && write.opNo() <= op.opNo();
    return write.seq() > op.baseSeq() && !isOwn;
  }

  Value valueSeen(Rec rec, String name) {
    return op.baseSeq() == 0 ? Value.NOTHING : rec.valueAt(name, op.baseSeq());
  }

  /** Something others have not seen was done to the record, though no value differs. */
  void touched() {
    isChanged = true;
  }

  void card(Rec rec, String field, Value base, Write shown, Write kept, String rule) {
    if (rec.kind.equals("conflict")) {
      return;
    }
    Map<String, Value> card = new TreeMap<>();
    card.put("record", Value.text(op.record().toString()));
    card.put("recordKind", Value.text(rec.kind));
    card.put("field", Value.text(field));
    card.put("base", base);
    card.put("rule", Value.text(rule));
    card.put("state", Value.text("open"));
    side(card, "shown", shown);
    side(card, "kept", kept);
    cards.add(card);
  }

  private static void side(Map<String, Value> card, String name, Write write) {
    card.put(name, write.value());
    card.put(name + "Author", Value.text(write.author()));
    card.put(name + "Device", Value.text(write.device()));
    card.put(name + "At", Value.whole(write.at()));
  }
}
