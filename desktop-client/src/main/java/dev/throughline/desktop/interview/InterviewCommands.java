package dev.throughline.desktop.interview;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.value.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What any list or key lets people do with interviews. Called on the UI thread, works in the
 * background, and says what could not be saved. Lists show the rest by themselves.
 */
public final class InterviewCommands {
  private final Interviews interviews;
  private final Background background;
  private final UiThread ui;
  private final Clock clock;
  private final Consumer<Toast> toasts;

  public InterviewCommands(
      Interviews interviews,
      Background background,
      UiThread ui,
      Clock clock,
      Consumer<Toast> toasts) {
    this.interviews = interviews;
    this.background = background;
    this.ui = ui;
    this.clock = clock;
    this.toasts = toasts;
  }

  /** Makes an interview dated today and opens it. */
  public void create(Optional<RecordId> study, Consumer<RecordId> open) {
    background.run(
        () -> {
          Interviews.Created made = interviews.create(study, "", LocalDate.now(clock));
          after(made.result(), () -> open.accept(made.id()));
        });
  }

  /** Marks a planned interview as running and opens it. */
  public void start(RecordId interview, Consumer<RecordId> open) {
    Value running = Value.text(InterviewStatus.RUNNING.wireName());
    background.run(
        () ->
            after(
                interviews.set(interview, Map.of("status", running)),
                () -> open.accept(interview)));
  }

  /** Moves to the trash; the toast takes it back. */
  public void trash(List<RecordId> ids) {
    Toast.Action undo =
        new Toast.Action(
            Texts.text("interviews.undo"), () -> all(ids, interviews::restore, () -> {}));
    String title = Texts.count("interviews.trashed", ids.size());
    String detail = Texts.text("interviews.trashed.detail");
    all(ids, interviews::trash, () -> toasts.accept(Toast.undoable(title, detail, undo)));
  }

  private void all(List<RecordId> ids, Function<RecordId, SaveResult> change, Runnable then) {
    background.run(
        () -> {
          for (RecordId id : ids) {
            if (change.apply(id) instanceof SaveResult.NotSaved failed) {
              after(failed, () -> {});
              return;
            }
          }
          ui.run(then);
        });
  }

  private void after(SaveResult result, Runnable then) {
    ui.run(
        () -> {
          switch (result) {
            case SaveResult.Saved _ -> then.run();
            case SaveResult.NotSaved(String code, String sentence) ->
                toasts.accept(
                    Toast.failed(
                        Texts.text("interviews.notSaved"),
                        Texts.text("interviews.withCode", sentence, code)));
          }
        });
  }
}
