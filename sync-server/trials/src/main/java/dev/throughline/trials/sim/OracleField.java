package dev.throughline.trials.sim;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextDigest;
import dev.throughline.model.value.Value;
import dev.throughline.trials.sim.Oracle.No;
import dev.throughline.trials.sim.Oracle.Rec;
import dev.throughline.trials.sim.Oracle.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One field of one operation in the naive model, by its policy. */
record OracleField(
    Oracle oracle, Op op, OracleOp flow, Rec rec, String name, Optional<Field> field) {
  void take(FieldChange change) throws No {
    switch (policy()) {
      case TEXT -> text(change);
      case SET -> set(change);
      case COUNTER -> counter(change);
      case LATEST, ORDER, STRICTER, COMMAND, SCOPE -> value(change);
    }
  }

  private MergePolicy policy() {
    return field.map(Field::merge).orElse(MergePolicy.LATEST);
  }

  private void value(FieldChange change) throws No {
    Oracle.refuse(!(change instanceof FieldChange.Put), ParkReason.INVALID);
    Value value = ((FieldChange.Put) change).value();
    fits(value);
    Oracle.refuse(policy() == MergePolicy.COMMAND && flow.isStale(), ParkReason.STALE);
    Optional<Write> last = rec.last(name);
    if (last.isPresent() && last.get().value().equals(value)) {
      return;
    }
    if (last.filter(flow::isNews).isEmpty()) {
      flow.write(rec, name, value);
      return;
    }
    meet(last.get(), flow.mine(value));
  }

  private void meet(Write theirs, Write mine) {
    boolean isMineShown =
        switch (policy()) {
          case STRICTER -> strictness(mine) < strictness(theirs);
          case SCOPE -> true;
          default ->
              mine.at() != theirs.at()
                  ? mine.at() > theirs.at()
                  : mine.op().compareTo(theirs.op()) > 0;
        };
    String rule =
        switch (policy()) {
          case STRICTER -> "stricter-wins";
          case SCOPE -> "moved-twice";
          default -> "later-shown";
        };
    Value base = flow.valueSeen(rec, name);
    if (policy() != MergePolicy.ORDER) {
      flow.card(rec, name, base, isMineShown ? mine : theirs, isMineShown ? theirs : mine, rule);
    }
    if (isMineShown) {
      flow.write(rec, name, mine.value());
    }
  }

  /**
   * The place among the choices, of which the first is the strictest; no value comes before. Of
   * days the earlier comes first, and none comes last.
   */
  private long strictness(Write write) {
    if (field.orElseThrow().type() instanceof FieldType.Choice(var strictestFirst)) {
      return write.value() instanceof Value.Text(String text) ? strictestFirst.indexOf(text) : -1;
    }
    return write.value() instanceof Value.Text(String day)
        ? Long.parseLong(day.replace("-", ""))
        : Long.MAX_VALUE;
  }

  private void fits(Value value) throws No {
    Oracle.refuse(field.flatMap(f -> f.type().problem(value)).isPresent(), ParkReason.INVALID);
  }

  private void counter(FieldChange change) throws No {
    Oracle.refuse(!(change instanceof FieldChange.Count), ParkReason.INVALID);
    long total = rec.value(name) instanceof Value.Whole(long number) ? number : 0;
    Value sum = Value.whole(total + ((FieldChange.Count) change).delta());
    if (rec.last(name).isEmpty() || !sum.equals(rec.value(name))) {
      flow.write(rec, name, sum);
    }
  }

  /** In the set is what somebody put in and nobody who knew of that took out. */
  private void set(FieldChange change) throws No {
    Oracle.refuse(!(change instanceof FieldChange.SetEdit), ParkReason.INVALID);
    FieldChange.SetEdit edit = (FieldChange.SetEdit) change;
    var elements = rec.elements(name);
    for (String text : edit.removed()) {
      List<Write> unseen = new ArrayList<>(elements.getOrDefault(text, List.of()));
      if (unseen.removeIf(write -> !flow.isNews(write)) && unseen.isEmpty()) {
        elements.remove(text);
      } else if (!unseen.isEmpty()) {
        elements.put(text, unseen);
      }
    }
    for (String text : edit.added()) {
      elements.computeIfAbsent(text, _ -> new ArrayList<>()).add(flow.mine(Value.NOTHING));
      flow.touched();
    }
    Value now =
        new Value.Items(new TreeSet<>(elements.keySet()).stream().map(Value::text).toList());
    if (rec.last(name).isEmpty() || !now.equals(rec.value(name))) {
      flow.write(rec, name, now);
    }
  }

  private void text(FieldChange change) throws No {
    String seen = words(flow.valueSeen(rec, name));
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
        value(change);
        return;
      }
      case FieldChange.SetEdit _, FieldChange.Count _ -> throw new No(ParkReason.INVALID);
    }
    merge(base, ours);
  }

  private void merge(String base, String ours) {
    boolean isFirst = rec.last(name).isEmpty();
    String theirs = words(rec.value(name));
    boolean isPlain = theirs.equals(base) || theirs.equals(ours) || base.equals(ours);
    String plain = base.equals(ours) ? theirs : ours;
    boolean isConflict = !isFirst && oracle.hasCard(op, name);
    String result = isPlain ? plain : oracle.mergedText(op, name).orElse(theirs);
    if (!isPlain) {
      TextRules rules = new TextRules(base, theirs, ours);
      rules
          .wrong(result, isConflict)
          .ifPresent(wrong -> oracle.doubt(op, name + ": " + wrong + ": " + rules + result));
      if (!isConflict && !isFirst && rules.isConflictDue()) {
        oracle.doubt(op, name + ": both replaced the same words and nobody is told: " + rules);
      }
      if (isConflict && !rules.isConflictPossible()) {
        oracle.doubt(op, name + ": a conflict without a reason: " + rules);
      }
    }
    if (isConflict) {
      Write theirWrite = rec.last(name).orElseThrow();
      flow.card(rec, name, Value.text(base), theirWrite, flow.mine(Value.text(ours)), "both-kept");
    }
    if (isFirst || !result.equals(theirs)) {
      flow.write(rec, name, Value.text(result));
    }
  }

  private static String words(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
