package dev.throughline.desktop.command;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Removal;
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

  /** What all steps may weigh; long texts are kept whole, so that many of them weigh much. */
  public static final long BYTES_MAX = 16L * 1024 * 1024;

  private final Ledger ledger;
  private final UndoShelf shelf;
  private volatile Optional<String> undoLabel = Optional.empty();
  private volatile Optional<String> redoLabel = Optional.empty();

  public UndoLog(Ledger ledger) {
    this.ledger = ledger;
    this.shelf = new UndoShelf(ledger.store());
  }

  /** Reads the steps of earlier runs; whatever else is called does it too. */
  public synchronized void load() {
    shelf.load();
    relabel();
  }

  /**
   * Saves drafts as one group and remembers the way back.
   *
   * @param label the command as people know it, such as "Rename"
   */
  public synchronized SaveResult run(String label, List<Draft> drafts) {
    return run(label, drafts, false);
  }

  /** As {@link #run}, for what removes much; the person has seen how much and confirmed it. */
  public synchronized SaveResult runRemoval(String label, List<Draft> drafts) {
    return run(label, drafts, true);
  }

  /** Whether moving so many records to the trash at once has to be confirmed first. */
  public boolean isMuch(int removed) {
    int counted = Removal.SHARE * Removal.COUNT_MAX + 1;
    return Removal.isMass(removed, ledger.store().aside().live(counted));
  }

  private SaveResult run(String label, List<Draft> drafts, boolean isMeant) {
    Step step = Step.of(label, drafts, ledger.store());
    SaveResult result = isMeant ? ledger.recordRemoval(drafts) : ledger.record(drafts);
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
      shelf.load();
      shelf.push(step);
      relabel();
    }
  }

  /** Takes the latest step back. */
  public synchronized UndoResult undo() {
    return undo(false);
  }

  synchronized UndoResult undo(boolean isMeant) {
    shelf.load();
    return move(true, shelf.lastDone(), isMeant);
  }

  /** Does the step again that was taken back last. */
  public synchronized UndoResult redo() {
    return redo(false);
  }

  synchronized UndoResult redo(boolean isMeant) {
    shelf.load();
    return move(false, shelf.lastUndone(), isMeant);
  }

  /** The number of the latest step, for {@link #takeBack}; 0 for none. */
  public synchronized long lastStep() {
    shelf.load();
    return shelf.lastNumber();
  }

  /** Takes one certain step back, whatever was done since; nothing when it is gone. */
  public synchronized UndoResult takeBack(long step) {
    return takeBack(step, false);
  }

  synchronized UndoResult takeBack(long step, boolean isMeant) {
    shelf.load();
    return move(true, shelf.numbered(step), isMeant);
  }

  /** What {@link #undo} would take back; known once {@link #load} ran. Any thread. */
  public Optional<String> undoLabel() {
    return undoLabel;
  }

  /** What {@link #redo} would do again; known once {@link #load} ran. Any thread. */
  public Optional<String> redoLabel() {
    return redoLabel;
  }

  private void relabel() {
    undoLabel = shelf.lastDone().map(Step::label);
    redoLabel = shelf.lastUndone().map(Step::label);
  }

  private UndoResult move(boolean isUndo, Optional<Step> last, boolean isMeant) {
    if (last.isEmpty()) {
      return new UndoResult.Nothing();
    }
    Step step = last.get();
    Step.Back back = step.back(ledger.store());
    int removed = (int) back.drafts().stream().filter(UndoLog::isRemoval).count();
    if (!isMeant && removed > 0 && isMuch(removed)) {
      return new UndoResult.RemovesMuch(step.label(), removed);
    }
    List<Difference> differences = back.isWhole() ? List.of() : step.differences(ledger.store());
    if (!back.drafts().isEmpty()
        && (isMeant ? ledger.recordRemoval(back.drafts()) : ledger.record(back.drafts()))
            instanceof SaveResult.NotSaved(var code, var sentence)) {
      return new UndoResult.NotSaved(code, sentence);
    }
    shelf.turn(isUndo, step, back.again());
    relabel();
    return back.isWhole()
        ? new UndoResult.Done(step.label())
        : new UndoResult.ChangedSince(step.label(), differences);
  }

  private static boolean isRemoval(Draft draft) {
    return draft instanceof Draft.Move(_, _, Action action) && action == Action.TRASH;
  }
}
