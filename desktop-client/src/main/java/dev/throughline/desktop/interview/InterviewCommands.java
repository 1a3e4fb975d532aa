package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
  /** Most interviews changed in one group; a group travels whole. */
  private static final int PIECE = 1_000;

  private final Interviews interviews;
  private final UndoCommands undo;
  private final Background background;
  private final UiThread ui;
  private final Clock clock;
  private final Consumer<Toast> toasts;

  public InterviewCommands(
      Interviews interviews,
      UndoCommands undo,
      Background background,
      UiThread ui,
      Clock clock,
      Consumer<Toast> toasts) {
    this.interviews = interviews;
    this.undo = undo;
    this.background = background;
    this.ui = ui;
    this.clock = clock;
    this.toasts = toasts;
  }

  /** Makes an interview dated today and opens it. */
  public void create(Optional<RecordId> study, Consumer<RecordId> open) {
    background.run(
        () -> {
          Interviews.Fresh made = interviews.fresh(study, "", LocalDate.now(clock));
          SaveResult result = undo.log().run(Texts.text("interviews.step.create"), made.drafts());
          after(result, () -> open.accept(made.id()));
        });
  }

  /** Marks a planned interview as running and opens it. */
  public void start(RecordId interview, Consumer<RecordId> open) {
    Value running = Value.text(InterviewStatus.RUNNING.wireName());
    background.run(
        () ->
            after(
                undo.log()
                    .run(
                        Texts.text("interviews.step.start"),
                        List.of(set(interview, Map.of("status", running)))),
                () -> open.accept(interview)));
  }

  /** Moves to the trash; asks first where it is much. The toast takes it back. */
  public void trash(List<RecordId> ids) {
    Question asked =
        Question.of(
            Texts.count("interviews.removes", ids.size()),
            Texts.text("interviews.removes.line"),
            Texts.text("interviews.removes.yes"),
            () -> trash(ids, true));
    undo.askIfMuch(asked, ids.size(), () -> trash(ids, false));
  }

  private void trash(List<RecordId> ids, boolean isMeant) {
    change(
        ids,
        drafts -> {
          String label = Texts.text("interviews.step.trash");
          return isMeant ? undo.log().runRemoval(label, drafts) : undo.log().run(label, drafts);
        },
        id -> new Draft.Move(id, Interview.KIND.name(), Action.TRASH),
        Texts.count("interviews.trashed", ids.size()),
        Texts.text("interviews.trashed.detail"));
  }

  /** Files interviews under a study, or under none. */
  public void moveToStudy(List<RecordId> ids, Optional<RecordId> study) {
    Value value = study.map(id -> Value.text(id.toString())).orElse(Value.NOTHING);
    setAll(ids, Texts.text("interviews.step.study"), "study", value);
  }

  public void setStatus(List<RecordId> ids, InterviewStatus status) {
    setAll(ids, Texts.text("interviews.step.status"), "status", Value.text(status.wireName()));
  }

  public void setDate(List<RecordId> ids, LocalDate day) {
    setAll(ids, Texts.text("interviews.step.date"), "date", Value.text(day.toString()));
  }

  private void setAll(List<RecordId> ids, String label, String field, Value value) {
    change(
        ids,
        drafts -> undo.log().run(label, drafts),
        id -> set(id, Map.of(field, value)),
        Texts.count("interviews.changed", ids.size()),
        label);
  }

  private static Draft set(RecordId interview, Map<String, Value> fields) {
    return new Draft.Set(interview, Interview.KIND.name(), fields);
  }

  /**
   * Saves in pieces that fit one group each. The toast takes back all that were saved, also where
   * the disk refused a later one.
   */
  private void change(
      List<RecordId> ids,
      Function<List<Draft>, SaveResult> save,
      Function<RecordId, Draft> draft,
      String title,
      String detail) {
    background.run(
        () -> {
          List<Long> steps = new ArrayList<>();
          SaveResult result = new SaveResult.Saved(0, List.of());
          for (int from = 0;
              from < ids.size() && result instanceof SaveResult.Saved;
              from += PIECE) {
            List<RecordId> piece = ids.subList(from, Math.min(from + PIECE, ids.size()));
            result = save.apply(piece.stream().map(draft).toList());
            if (result instanceof SaveResult.Saved) {
              steps.add(undo.log().lastStep());
            }
          }
          SaveResult last = result;
          ui.run(() -> told(last, steps, title, detail));
        });
  }

  private void told(SaveResult last, List<Long> steps, String title, String detail) {
    Toast.Action back = new Toast.Action(Texts.text("interviews.undo"), () -> undo.takeBack(steps));
    switch (last) {
      case SaveResult.Saved _ -> toasts.accept(Toast.undoable(title, detail, back));
      case SaveResult.NotSaved(String code, String sentence) ->
          toasts.accept(
              new Toast(
                  Toast.Kind.FAILED,
                  Texts.text(steps.isEmpty() ? "interviews.notSaved" : "interviews.partlySaved"),
                  Texts.text("interviews.withCode", sentence, code),
                  steps.isEmpty() ? List.of() : List.of(back)));
    }
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
