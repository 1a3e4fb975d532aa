package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Saves single fields as undoable steps, and says how that went. UI thread only. */
final class FieldSaver {
  private final SessionParts parts;
  private final Consumer<Toast> toasts;
  private final ReadOnlyObjectWrapper<SaveMark> mark =
      new ReadOnlyObjectWrapper<>(this, "mark", new SaveMark.Untouched());
  private int running;

  FieldSaver(SessionParts parts, Consumer<Toast> toasts) {
    this.parts = parts;
    this.toasts = toasts;
  }

  ReadOnlyObjectProperty<SaveMark> markProperty() {
    return mark.getReadOnlyProperty();
  }

  /**
   * Saves one step.
   *
   * @param label the key of the step's name
   * @param drafts made in the background, from what the store has then
   */
  void save(String label, Supplier<List<Draft>> drafts) {
    running++;
    mark.set(new SaveMark.Saving());
    parts
        .background()
        .run(
            () -> {
              SaveResult result = parts.undo().run(Texts.text(label), drafts.get());
              parts.ui().run(() -> settle(result, () -> save(label, drafts)));
            });
  }

  private void settle(SaveResult result, Runnable again) {
    running--;
    switch (result) {
      case SaveResult.Saved saved ->
          mark.set(running > 0 ? new SaveMark.Saving() : new SaveMark.Saved(saved.atMillis()));
      case SaveResult.NotSaved(String code, String sentence) -> {
        mark.set(new SaveMark.NotSaved(code, sentence));
        toasts.accept(
            Toast.failed(
                Texts.text("interviews.notSaved"),
                Texts.text("interviews.withCode", sentence, code),
                new Toast.Action(Texts.text("session.again"), again)));
      }
    }
  }
}
