package dev.throughline.desktop.store;

import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextMerge;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Work the server kept aside and that the person has changed since. The change goes out together
 * with what it changes, as one new operation, and with it all that was saved in the same moment;
 * what was kept aside is dropped.
 */
record Amendment(Op op, List<Long> dropped) {
  /**
   * The new operation when {@code op} changes what is kept aside.
   *
   * @param unsettled all of the record that is not settled, oldest first
   * @param base the record as the server said last
   * @param view the record as the person sees it, before {@code op}
   * @param typedOn the text an edit of a field was made on, where it is named by its digest
   */
  static Optional<Amendment> of(
      Op op,
      List<Waiting> unsettled,
      Map<String, Value> base,
      RecordView view,
      Function<String, Optional<String>> typedOn) {
    boolean isChanged =
        op.action() == Action.EDIT
            && !unsettled.isEmpty()
            && unsettled.stream().allMatch(Amendment::isEditKeptAside)
            && unsettled.stream().anyMatch(Amendment::isForItsOwnSake)
            && isReplacing(op)
            && unsettled.stream().map(Waiting::op).allMatch(Amendment::isReplacing)
            && unsettled.stream()
                .flatMap(waiting -> waiting.op().fields().keySet().stream())
                .anyMatch(op.fields()::containsKey);
    if (!isChanged) {
      return Optional.empty();
    }
    Map<String, FieldChange> fields = new TreeMap<>();
    unsettled.forEach(waiting -> fields.putAll(waiting.op().fields()));
    fields.replaceAll((name, change) -> onBase(name, change, base, value(view, name)));
    op.fields()
        .forEach(
            (name, change) ->
                fields.put(
                    name,
                    onBase(name, change, base, after(name, change, value(view, name), typedOn))));
    return Optional.of(
        new Amendment(
            op.withFields(fields),
            unsettled.stream().map(waiting -> waiting.op().opNo()).toList()));
  }

  private static boolean isEditKeptAside(Waiting waiting) {
    return waiting.state() == WaitingState.PARKED && waiting.op().action() == Action.EDIT;
  }

  /** Members of sets and counts add up by themselves; only values and texts replace others. */
  private static boolean isReplacing(Op op) {
    return op.fields().values().stream()
        .allMatch(change -> change instanceof FieldChange.Put || change instanceof TextEdit);
  }

  /** What waits for something else is not mended by changing it. */
  private static boolean isForItsOwnSake(Waiting waiting) {
    return waiting.state() == WaitingState.PARKED
        && !waiting.reason().equals(ParkReason.GROUP.name())
        && !waiting.reason().equals(ParkReason.PARENT.name());
  }

  private static Value value(RecordView view, String field) {
    return view.fields().getOrDefault(field, Value.NOTHING);
  }

  /** What the person sees after the change, as a replay of the unsent work would show it. */
  private static Value after(
      String name, FieldChange change, Value before, Function<String, Optional<String>> typedOn) {
    String now = before instanceof Value.Text(String held) ? held : "";
    return switch (change) {
      case FieldChange.Put(Value value) -> value;
      case TextEdit edit -> {
        String on =
            edit.base() instanceof TextBase.Inline(String text)
                ? text
                : typedOn.apply(name).orElse("");
        yield Value.text(PlainText.clean(TextMerge.merge(on, now, edit.applyTo(on)).text()));
      }
      case FieldChange.SetEdit _, FieldChange.Count _ ->
          throw new IllegalArgumentException("members and counts add up by themselves");
    };
  }

  /** Sets the field, or edits its text from what the server has to what the person wants. */
  private static FieldChange onBase(
      String name, FieldChange change, Map<String, Value> base, Value wanted) {
    return change instanceof TextEdit
            && base.get(name) instanceof Value.Text(String from)
            && wanted instanceof Value.Text(String to)
        ? new TextEdit(new TextBase.Inline(from), List.of(Splice.between(from, to)))
        : FieldChange.put(wanted);
  }

  /**
   * The operations that go out instead of everything of the same groups that is kept aside.
   *
   * @param kept all of it, oldest first
   * @param again the same changes as new operations, in the same order
   */
  List<Op> among(List<Waiting> kept, List<Op> again) {
    List<Op> ops = new ArrayList<>();
    boolean isIn = false;
    for (int i = 0; i < kept.size(); i++) {
      Op fresh = again.get(i);
      boolean isAmended = dropped.contains(kept.get(i).op().opNo());
      if (!isAmended) {
        ops.add(fresh);
      } else if (!isIn) {
        isIn = true;
        ops.add(
            new Op(
                fresh.id(),
                fresh.opNo(),
                fresh.group(),
                fresh.hlc(),
                op.record(),
                op.kind(),
                op.action(),
                op.baseSeq(),
                op.fields()));
      }
    }
    return ops;
  }
}
