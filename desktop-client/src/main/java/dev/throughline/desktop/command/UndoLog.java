package dev.throughline.desktop.command;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Saves what commands do and remembers how to take it back. A step is taken back only where the
 * record still says what the step made it say; what others wrote since is never overwritten. What
 * is typed in a text control has the control's own undo and does not come here piece by piece. Any
 * thread but the UI thread.
 */
public final class UndoLog {
  /** Steps that can be taken back; the oldest go first. */
  public static final int STEPS_MAX = 500;

  private final Ledger ledger;
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  public UndoLog(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Saves drafts as one group and remembers the way back.
   *
   * @param label the command as people know it, such as "Rename"
   */
  public synchronized SaveResult run(String label, List<Draft> drafts) {
    Step step = Step.of(label, drafts, ledger.store());
    SaveResult result = ledger.record(drafts);
    if (result instanceof SaveResult.Saved) {
      remember(step);
    }
    return result;
  }

  /** Remembers an edit that was saved while it was typed, as one step from first to last. */
  public synchronized void remember(String label, Draft.Text edit) {
    remember(Step.of(label, List.of(edit), ledger.store()));
  }

  /** Remembers a record that was made and saved elsewhere; taking it back is the trash. */
  public synchronized void rememberNew(String label, RecordId record) {
    ledger
        .store()
        .find(record)
        .map(view -> new Reversal.Birth(record, view.kind(), view.fields()))
        .ifPresent(birth -> remember(new Step(label, List.of(birth))));
  }

  private void remember(Step step) {
    if (!step.isEmpty()) {
      push(done, step);
      undone.clear();
    }
  }

  /** Takes the latest step back. */
  public synchronized UndoResult undo() {
    return move(done, undone);
  }

  /** Does the step again that was taken back last. */
  public synchronized UndoResult redo() {
    return move(undone, done);
  }

  /** What {@link #undo} would take back. */
  public synchronized Optional<String> undoLabel() {
    return Optional.ofNullable(done.peekLast()).map(Step::label);
  }

  /** What {@link #redo} would do again. */
  public synchronized Optional<String> redoLabel() {
    return Optional.ofNullable(undone.peekLast()).map(Step::label);
  }

  private UndoResult move(Deque<Step> from, Deque<Step> to) {
    Step step = from.peekLast();
    if (step == null) {
      return new UndoResult.Nothing();
    }
    Step.Back back = step.back(ledger.store());
    if (!back.drafts().isEmpty()
        && ledger.record(back.drafts()) instanceof SaveResult.NotSaved(var code, var sentence)) {
      return new UndoResult.NotSaved(code, sentence);
    }
    from.removeLast();
    if (!back.again().isEmpty()) {
      push(to, back.again());
    }
    return back.isWhole()
        ? new UndoResult.Done(step.label())
        : new UndoResult.ChangedSince(step.label());
  }

  private static void push(Deque<Step> steps, Step step) {
    steps.addLast(step);
    if (steps.size() > STEPS_MAX) {
      steps.removeFirst();
    }
  }
}
