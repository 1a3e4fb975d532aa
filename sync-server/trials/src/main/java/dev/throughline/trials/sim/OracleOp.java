package dev.throughline.trials.sim;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextDigest;
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
  private final long acceptedAt;
  private final long at;
  private final long number;
  private final List<Map<String, Value>> cards = new ArrayList<>();
  private boolean isChanged;

  OracleOp(Oracle oracle, Kind kind, Op op, Push push, long acceptedAt) {
    this.oracle = oracle;
    this.kind = kind;
    this.op = op;
    this.push = push;
    this.acceptedAt = acceptedAt;
    this.at = Math.clamp(op.hlc().millis() + push.clockOffsetMillis(), 0, acceptedAt);
    this.number = oracle.head() + 1;
  }

  void apply(Optional<Rec> before) throws No {
    Rec rec = before.orElseGet(() -> new Rec(op.kind()));
    switch (op.action()) {
      case EDIT -> edit(rec, before.isEmpty());
      case TRASH -> trash(rec, before.isEmpty());
      case RESTORE -> {
        isChanged = rec.isTrashed;
        rec.isTrashed = false;
      }
    }
    if (isChanged || !cards.isEmpty()) {
      oracle.entry(op.record(), rec);
      cards.forEach(card -> oracle.card(op, card));
    }
  }

  private void edit(Rec rec, boolean isNew) throws No {
    for (var change : op.fields().entrySet()) {
      String name = change.getKey();
      Optional<Field> field = kind.field(name);
      Oracle.refuse(field.isEmpty() && name.length() > Oracle.NAME_LENGTH_MAX, ParkReason.INVALID);
      switch (field.map(Field::merge).orElse(MergePolicy.LATEST)) {
        case TEXT -> text(rec, name, change.getValue());
        case LATEST -> latest(rec, field, name, change.getValue());
      }
    }
    isChanged |= isNew;
    // An edit takes its record out of the trash.
    rec.isTrashed = rec.isTrashed && !isChanged && cards.isEmpty();
  }

  private void trash(Rec rec, boolean isNew) {
    if (isNew || rec.isTrashed) {
      return;
    }
    Optional<Write> news =
        rec.past.values().stream()
            .map(List::getLast)
            .filter(this::isNews)
            .max(Comparator.comparingLong(Write::seq));
    isChanged = true;
    rec.isTrashed = news.isEmpty();
    news.ifPresent(
        edit ->
            cards.add(
                card(
                    rec,
                    "trash",
                    Value.NOTHING,
                    new Write(
                        edit.seq(),
                        Value.text("edited"),
                        edit.device(),
                        edit.opNo(),
                        edit.op(),
                        edit.author(),
                        edit.at()),
                    mine(Value.text("trashed")),
                    "edit-beats-trash")));
  }

  private void latest(Rec rec, Optional<Field> field, String name, FieldChange change) throws No {
    Oracle.refuse(!(change instanceof FieldChange.Put), ParkReason.INVALID);
    Value value = ((FieldChange.Put) change).value();
    Oracle.refuse(field.flatMap(f -> f.type().problem(value)).isPresent(), ParkReason.INVALID);
    Optional<Write> last = rec.last(name);
    if (last.isPresent() && last.get().value().equals(value)) {
      return;
    }
    if (last.filter(this::isNews).isEmpty()) {
      write(rec, name, value);
      return;
    }
    Write theirs = last.get();
    Write mine = mine(value);
    boolean isMineLater =
        mine.at() != theirs.at() ? mine.at() > theirs.at() : mine.op().compareTo(theirs.op()) > 0;
    Value base = valueSeen(rec, name);
    cards.add(
        isMineLater
            ? card(rec, name, base, mine, theirs, "later-shown")
            : card(rec, name, base, theirs, mine, "later-shown"));
    if (isMineLater) {
      write(rec, name, value);
    }
  }

  private void text(Rec rec, String name, FieldChange change) throws No {
    String seen = words(valueSeen(rec, name));
    String base;
    String ours;
    switch (change) {
      case FieldChange.Put(Value.Text(String whole)) -> {
        base = seen;
        ours = whole;
      }
      case FieldChange.TextEdit edit -> {
        base =
            switch (edit.base()) {
              case TextBase.Inline(String text) -> text;
              case TextBase.AtBase(String digest) -> {
                Oracle.refuse(!TextDigest.of(seen).equals(digest), ParkReason.BASE_UNKNOWN);
                yield seen;
              }
            };
        ours = edit.applyTo(base);
      }
      case FieldChange.Put _ -> {
        latest(rec, kind.field(name), name, change);
        return;
      }
    }
    merge(rec, name, base, ours);
  }

  private void merge(Rec rec, String name, String base, String ours) {
    boolean isFirst = rec.last(name).isEmpty();
    String theirs = words(rec.value(name));
    boolean isPlain = theirs.equals(base) || theirs.equals(ours) || base.equals(ours);
    String plain = base.equals(ours) ? theirs : ours;
    boolean isConflict = !isFirst && oracle.hasCard(op, name);
    String result = isPlain ? plain : oracle.mergedText(op, name).orElse(theirs);
    if (!isPlain) {
      TextRules rules = new TextRules(base, theirs, ours);
      rules.wrong(result, isConflict).ifPresent(wrong -> oracle.doubt(op, name + ": " + wrong));
      if (!isConflict && !isFirst && rules.isConflictDue()) {
        oracle.doubt(op, name + ": both replaced the same words and nobody is told");
      }
      if (isConflict && !rules.isConflictPossible()) {
        oracle.doubt(op, name + ": a conflict without a reason");
      }
    }
    if (isConflict) {
      cards.add(
          card(
              rec,
              name,
              Value.text(base),
              rec.last(name).orElseThrow(),
              mine(Value.text(ours)),
              "both-kept"));
    }
    if (isFirst || !result.equals(theirs)) {
      write(rec, name, Value.text(result));
    }
  }

  private void write(Rec rec, String name, Value value) {
    rec.past.computeIfAbsent(name, _ -> new ArrayList<>()).add(mine(value));
    isChanged = true;
  }

  private Write mine(Value value) {
    return new Write(
        number, value, push.device().toString(), op.opNo(), op.id().toString(), push.author(), at);
  }

  /** Whether somebody else wrote it and this device had not seen it. */
  private boolean isNews(Write write) {
    boolean isOwn = write.device().equals(push.device().toString()) && write.opNo() < op.opNo();
    return write.seq() > op.baseSeq() && !isOwn;
  }

  private Value valueSeen(Rec rec, String name) {
    return op.baseSeq() == 0 ? Value.NOTHING : rec.valueAt(name, op.baseSeq());
  }

  private static String words(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }

  private Map<String, Value> card(
      Rec rec, String field, Value base, Write shown, Write kept, String rule) {
    Map<String, Value> card = new TreeMap<>();
    card.put("record", Value.text(op.record().toString()));
    card.put("recordKind", Value.text(rec.kind));
    card.put("field", Value.text(field));
    card.put("base", base);
    card.put("rule", Value.text(rule));
    card.put("state", Value.text("open"));
    side(card, "shown", shown);
    side(card, "kept", kept);
    return card;
  }

  private static void side(Map<String, Value> card, String name, Write write) {
    card.put(name, write.value());
    card.put(name + "Author", Value.text(write.author()));
    card.put(name + "Device", Value.text(write.device()));
    card.put(name + "At", Value.whole(write.at()));
  }
}
