package dev.throughline.desktop.memo;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;

/** Writing notes. Not on the UI thread. */
public final class Memos {
  private final Ledger ledger;

  public Memos(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The fields of a new page of notes. */
  public static Map<String, Value> fields(RecordId interview, String notes) {
    return Map.of("interview", Value.text(interview.toString()), "notes", Value.text(notes));
  }

  /**
   * Saves what a person made of the notes they saw. The view in the answer may hold more than
   * {@code after}: what others wrote meanwhile.
   */
  public SaveResult write(RecordId interview, RecordId memo, String before, String after) {
    Draft draft =
        ledger.store().find(memo).isPresent()
            ? new Draft.Text(memo, Memo.KIND.name(), "notes", before, after)
            : new Draft.Set(memo, Memo.KIND.name(), fields(interview, after));
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

  private boolean isGone(RecordId record) {
    return ledger.store().find(record).isEmpty();
  }

  /** Notes of an interview as one text to type in. */
  TextHome home(RecordId interview, RecordId memo) {
    return new TextHome() {
      @Override
      public String read() {
        return Memos.this.read(memo);
      }

      @Override
      public SaveResult write(String before, String after) {
        return isGone(interview) && isGone(memo)
            ? new SaveResult.NotSaved("SAV-05", Texts.text("memo.gone"))
            : Memos.this.write(interview, memo, before, after);
      }

      @Override
      public SaveResult catchUp() {
        return ledger.record(List.of());
      }
    };
  }
}
