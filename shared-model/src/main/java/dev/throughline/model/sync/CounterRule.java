package dev.throughline.model.sync;

import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.Value;
import java.util.Optional;

/** Adds counts up. A total that would pass the field's limits stays at the limit. */
record CounterRule(RecordDraft draft, String name, Optional<Field> field) {
  Optional<Merge.Refused> take(FieldChange.Count count) {
    if (field.filter(known -> known.merge() != MergePolicy.COUNTER).isPresent()) {
      return RecordDraft.refused(ParkReason.INVALID, name + " is not a counter");
    }
    draft.news(name).ifPresent(_ -> draft.merged());
    draft.setIfOther(name, withinLimits(count.applyTo(draft.value(name))));
    return Optional.empty();
  }

  /** A total in place of a count: the count is what differs from the total as it was seen. */
  Optional<Merge.Refused> takeTotal(Value value) {
    Optional<Merge.Refused> problem = draft.problem(name, field, value);
    if (problem.isPresent() || !(value instanceof Value.Whole(long total))) {
      return problem;
    }
    long seen = draft.base(name).orElse(Value.NOTHING) instanceof Value.Whole(long n) ? n : 0;
    return take(new FieldChange.Count(total - seen));
  }

  private Value withinLimits(Value value) {
    return value instanceof Value.Whole(long number)
            && field.map(Field::type).orElse(null) instanceof FieldType.Number(long min, long max)
        ? Value.whole(Math.clamp(number, min, max))
        : value;
  }
}
