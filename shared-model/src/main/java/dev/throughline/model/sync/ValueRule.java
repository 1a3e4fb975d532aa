package dev.throughline.model.sync;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/** Puts one value in place of another: scalars, places in an order, scopes and commands. */
record ValueRule(RecordDraft draft, String name, Optional<Field> field, MergePolicy policy) {
  Optional<Merge.Refused> take(Value value) {
    Optional<Merge.Refused> problem = draft.problem(name, field, value);
    if (problem.isPresent()) {
      return problem;
    }
    if (policy == MergePolicy.COMMAND && draft.hasNews()) {
      return RecordDraft.refused(ParkReason.STALE, "the record has changed since this was decided");
    }
    Value current = draft.value(name);
    if (current.equals(value) && draft.stamp(name).isPresent()) {
      return Optional.empty();
    }
    Optional<Stamp> theirs = draft.news(name);
    boolean mineShown = theirs.isEmpty() || isShown(value, current, theirs.get());
    theirs.ifPresent(stamp -> meet(value, current, stamp, mineShown));
    if (mineShown) {
      draft.set(name, value);
    }
    return Optional.empty();
  }

  /** Whether the value is shown over the other, when neither side knew of the other. */
  private boolean isShown(Value value, Value current, Stamp theirs) {
    return switch (policy) {
      case STRICTER -> strictness(value) < strictness(current);
      case SCOPE -> true;
      case LATEST, TEXT, SET, ORDER, COUNTER, COMMAND -> draft.mine().laterThan(theirs);
    };
  }

  /**
   * The smaller the stricter. No choice, and one this version does not know, is the strictest; no
   * day is the least strict.
   */
  private long strictness(Value value) {
    FieldType type = field.map(Field::type).orElse(null);
    if (type instanceof FieldType.Day day) {
      boolean isDay = value instanceof Value.Text && day.problem(value).isEmpty();
      return isDay ? LocalDate.parse(((Value.Text) value).value()).toEpochDay() : Long.MAX_VALUE;
    }
    return type instanceof FieldType.Choice(var strictestFirst)
            && value instanceof Value.Text(String text)
        ? strictestFirst.indexOf(text)
        : -1;
  }

  private void meet(Value value, Value current, Stamp stamp, boolean mineShown) {
    if (policy == MergePolicy.ORDER) {
      draft.merged();
      return;
    }
    Conflict.Side ours = Merge.side(value, draft.mine());
    Conflict.Side theirs = Merge.side(current, stamp);
    draft.keep(
        name,
        draft.base(name).orElse(Value.NOTHING),
        mineShown ? ours : theirs,
        mineShown ? theirs : ours,
        rule());
  }

  private String rule() {
    return switch (policy) {
      case STRICTER -> "stricter-wins";
      case SCOPE -> "moved-twice";
      case LATEST, TEXT, SET, ORDER, COUNTER, COMMAND -> "later-shown";
    };
  }
}
