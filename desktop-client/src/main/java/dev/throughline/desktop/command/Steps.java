package dev.throughline.desktop.command;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does undoable steps in the background, one after the other as they were asked for, and says what
 * could not be saved. UI thread only.
 */
public final class Steps {
  private final UndoLog undo;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;

  public Steps(UndoLog undo, Background background, UiThread ui, Consumer<Toast> toasts) {
    this.undo = undo;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
  }

  /**
   * Saves one step.
   *
   * @param label what people call the step
   * @param drafts made in the background, from what the store has then
   */
  public void run(String label, Supplier<List<Draft>> drafts) {
    run(label, drafts, () -> {});
  }

  /** As {@link #run(String, Supplier)}; goes on, on the UI thread, once it is saved. */
  public void run(String label, Supplier<List<Draft>> drafts, Runnable then) {
    run(label, drafts, then, () -> {});
  }

  /** The same; goes on the other way, on the UI thread, when it could not be saved. */
  public void run(String label, Supplier<List<Draft>> drafts, Runnable then, Runnable otherwise) {
    background.run(
        () -> {
          // Drafts are made and saved in one piece, so that two quick steps see each other.
          SaveResult result;
          try {
            synchronized (undo) {
              result = undo.run(label, drafts.get());
            }
          } catch (RuntimeException e) {
            ui.run(otherwise);
            throw e;
          }
          ui.run(() -> settle(result, then, otherwise));
        });
  }

  /** Moves a record to the trash; the toast takes exactly that back. */
  public void trash(String label, RecordId record, String kind, Toast told) {
    run(
        label,
        () -> List.of(new Draft.Move(record, kind, Action.TRASH)),
        () ->
            toasts.accept(
                Toast.undoable(
                    told.title(),
                    told.detail(),
                    new Toast.Action(
                        Texts.text("interviews.undo"), () -> restore(label, record, kind)))));
  }

  private void restore(String label, RecordId record, String kind) {
    run(label, () -> List.of(new Draft.Move(record, kind, Action.RESTORE)));
  }

  private void settle(SaveResult result, Runnable then, Runnable otherwise) {
    switch (result) {
      case SaveResult.Saved _ -> then.run();
      case SaveResult.NotSaved(String code, String sentence) -> {
        otherwise.run();
        toasts.accept(
            Toast.failed(
                Texts.text("interviews.notSaved"),
                Texts.text("interviews.withCode", sentence, code)));
      }
    }
  }
}
