package dev.throughline.desktop.inbox;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles conflicts: the field's new value and the conflict's state in one group and one step.
 * Refuses where the field or the conflict is not what the person was shown. Not on the UI thread.
 */
final class Settling {
  private final UndoLog undo;
  private final LocalStore store;

  Settling(UndoLog undo, LocalStore store) {
    this.undo = undo;
    this.store = store;
  }

  /** Settles all of them or none. */
  Settled settle(List<Verdict> verdicts) {
    // Looked at and written in one piece, like every step, so that nothing comes in between.
    synchronized (undo) {
      List<Contested> moved = moved(verdicts);
      if (!moved.isEmpty()) {
        return new Settled.Moved(moved);
      }
      List<Draft> drafts = new ArrayList<>();
      Set<Object> written = new HashSet<>();
      for (Verdict verdict : verdicts) {
        field(verdict).filter(_ -> written.add(verdict.contested().place())).ifPresent(drafts::add);
        drafts.add(state(verdict.contested().id(), verdict.answer()));
      }
      return told(undo.run(Texts.count("inbox.step.settle", verdicts.size()), drafts));
    }
  }

  private List<Contested> moved(List<Verdict> verdicts) {
    Conflicts fresh = new Conflicts(store, new RecordNames(store));
    List<Contested> moved = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      fresh
          .find(verdict.contested().id())
          .filter(now -> now.movedSince(verdict.contested()))
          .ifPresent(moved::add);
    }
    return moved;
  }

  private static Optional<Draft> field(Verdict verdict) {
    Contested contested = verdict.contested();
    Conflict conflict = contested.conflict();
    if (!contested.isThere() || conflict.record().isEmpty()) {
      return Optional.empty();
    }
    RecordId record = conflict.record().get();
    if (contested.isTrash()) {
      return verdict.answer() == Answer.KEPT && !contested.isTrashed()
          ? Optional.of(new Draft.Move(record, conflict.recordKind(), Action.TRASH))
          : Optional.empty();
    }
    Value after = contested.after(verdict.answer(), verdict.own());
    if (after.equals(contested.now())) {
      return Optional.empty();
    }
    return Optional.of(
        contested.isText()
                && contested.now() instanceof Value.Text(String from)
                && after instanceof Value.Text(String to)
            ? new Draft.Text(record, conflict.recordKind(), conflict.field(), from, to)
            : new Draft.Set(record, conflict.recordKind(), Map.of(conflict.field(), after)));
  }

  private static Draft state(RecordId conflict, Answer answer) {
    return new Draft.Set(
        conflict,
        Conflict.KIND.name(),
        Map.of(
            "state",
            Value.text(Conflict.RESOLVED),
            Conflict.RESOLUTION,
            Value.text(answer.wireName())));
  }

  /** Puts settled conflicts back among the open ones; the fields stay as they are. */
  Settled reopen(List<Contested> settled) {
    List<Draft> drafts = new ArrayList<>();
    for (Contested one : settled) {
      drafts.add(
          new Draft.Set(
              one.id(),
              Conflict.KIND.name(),
              Map.of("state", Value.text(Conflict.OPEN), Conflict.RESOLUTION, Value.NOTHING)));
    }
    return told(undo.run(Texts.text("inbox.step.reopen"), drafts));
  }

  private static Settled told(SaveResult result) {
    return switch (result) {
      case SaveResult.Saved _ -> new Settled.Done();
      case SaveResult.NotSaved(String code, String sentence) ->
          new Settled.NotSaved(code, sentence);
    };
  }
}
