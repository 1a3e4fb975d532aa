package dev.throughline.desktop.memo;

import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import java.util.List;

/** Writing notes. Not on the UI thread. */
public final class Memos {
  private final Ledger ledger;

  public Memos(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Saves what a person made of the notes they saw. The view in the answer may hold more than
   * {@code after}: what others wrote meanwhile.
   */
  public SaveResult write(RecordId interview, RecordId memo, String before, String after) {
    Draft draft =
        ledger.store().find(memo).isPresent()
            ? new Draft.Text(memo, Memo.KIND.name(), "notes", before, after)
            : new Draft.Set(memo, Memo.KIND.name(), Interviews.memoFields(interview, after));
    return ledger.record(List.of(draft));
  }

  /** The notes as they are now; empty when there are none. */
  public String read(RecordId memo) {
    return ledger
        .store()
        .find(memo)
        .map(view -> Memo.from(view.id(), view.fields()).notes())
        .orElse("");
  }
}
