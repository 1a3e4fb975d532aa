package dev.throughline.trials.sim;

import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Stamp;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Merger;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Merges with one mistake each. */
final class PlantedMergers {
  private static final int DROPS_ONE_IN = 16;

  private PlantedMergers() {}

  static final Merger DROPPING =
      (state, op, writer, seq, past) ->
          !state.isAbsent() && op.id().hashCode() % DROPS_ONE_IN == 0
              ? new Merge.Unchanged()
              : Merge.apply(state, op, writer, seq, past);

  static final Merger DELETING =
      (state, op, writer, seq, past) -> {
        Merge.Result right = Merge.apply(state, op, writer, seq, past);
        if (op.action() != Action.TRASH
            || !(right instanceof Merge.Next(RecordState next, _, _, var conflicts))
            || conflicts.isEmpty()) {
          return right;
        }
        Stamp stamp =
            new Stamp(
                seq,
                op.id().toString(),
                writer.device().toString(),
                op.opNo(),
                writer.author(),
                writer.acceptedAtMillis());
        RecordState trashed =
            new RecordState(
                next.id(), next.kind(), seq, Optional.of(stamp), next.fields(), next.stamps());
        return new Merge.Next(trashed, new TreeMap<>(), false, List.of());
      };

  static final Merger ONE_SIDED =
      (state, op, writer, seq, past) -> {
        Merge.Result right = Merge.apply(state, op, writer, seq, past);
        if (!(right
                instanceof Merge.Next(RecordState next, var changed, boolean merged, var conflicts))
            || conflicts.stream().noneMatch(conflict -> conflict.rule().equals("both-kept"))) {
          return right;
        }
        TreeMap<String, Value> fields = new TreeMap<>(next.fields());
        op.fields()
            .forEach(
                (name, change) -> {
                  if (change instanceof TextEdit(TextBase.Inline(String base), _)) {
                    Value ours = Value.text(((TextEdit) change).applyTo(base));
                    fields.put(name, ours);
                    changed.put(name, ours);
                  }
                });
        RecordState poorer =
            new RecordState(next.id(), next.kind(), seq, next.trash(), fields, next.stamps());
        return new Merge.Next(poorer, changed, merged, conflicts);
      };
}
