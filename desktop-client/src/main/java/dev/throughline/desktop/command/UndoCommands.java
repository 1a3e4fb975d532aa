package dev.throughline.desktop.command;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes steps back and does them again, and says what became of it: the one place for the key, the
 * menus and the Undo of every toast. Called on the UI thread, works in the background.
 */
public final class UndoCommands {
  private final UndoLog log;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final Consumer<UndoResult.ChangedSince> compare;
  private final Consumer<Question> asks;

  /**
   * @param compare shows what was not put back because somebody changed it since
   * @param asks asks before much is moved to the trash
   */
  public UndoCommands(
      UndoLog log,
      Background background,
      UiThread ui,
      Consumer<Toast> toasts,
      Consumer<UndoResult.ChangedSince> compare,
      Consumer<Question> asks) {
    this.log = log;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    this.compare = compare;
    this.asks = asks;
  }

  /** The log the steps are in. */
  public UndoLog log() {
    return log;
  }

  /** Takes the latest step back. */
  public void undo() {
    move("undo.done", "undo.nothing", log::undo, false);
  }

  /** Does the step again that was taken back last. */
  public void redo() {
    move("undo.again", "undo.again.nothing", log::redo, false);
  }

  /** Takes certain steps back, the last of them first, whatever was done since. */
  public void takeBack(List<Long> steps) {
    move("undo.done", "undo.nothing", isMeant -> all(steps, isMeant), false);
  }

  /** What became of several steps in one answer: what needs the person goes before what is fine. */
  private UndoResult all(List<Long> steps, boolean isMeant) {
    UndoResult last = new UndoResult.Nothing();
    List<Difference> differences = new ArrayList<>();
    for (long step : steps.reversed()) {
      UndoResult result = log.takeBack(step, isMeant);
      if (result instanceof UndoResult.NotSaved || result instanceof UndoResult.RemovesMuch) {
        return result;
      }
      if (result instanceof UndoResult.ChangedSince(String _, List<Difference> more)) {
        differences.addAll(more);
      }
      boolean isOlder = last instanceof UndoResult.ChangedSince;
      last = isOlder || result instanceof UndoResult.Nothing ? last : result;
    }
    return last instanceof UndoResult.ChangedSince(String label, List<Difference> _)
        ? new UndoResult.ChangedSince(label, differences)
        : last;
  }

  private void move(
      String done, String nothing, Function<Boolean, UndoResult> step, boolean isMeant) {
    background.run(
        () -> {
          UndoResult result = step.apply(isMeant);
          ui.run(
              () -> {
                if (result instanceof UndoResult.RemovesMuch(String label, int count)) {
                  asks.accept(removal(label, count, () -> move(done, nothing, step, true)));
                } else {
                  say(done, nothing, result);
                }
              });
        });
  }

  private static Question removal(String label, int count, Runnable act) {
    return Question.of(
        Texts.count("undo.removes", count, label),
        Texts.text("undo.removes.line"),
        Texts.text("undo.removes.yes"),
        act);
  }

  /** Asks the question where so many records go to the trash that it is much; else goes on. */
  public void askIfMuch(Question asked, int count, Runnable goOn) {
    background.run(
        () -> {
          boolean isMuch = log.isMuch(count);
          ui.run(
              () -> {
                if (isMuch) {
                  asks.accept(asked);
                } else {
                  goOn.run();
                }
              });
        });
  }

  private void say(String done, String nothing, UndoResult result) {
    switch (result) {
      case UndoResult.Done(String label) -> toasts.accept(Toast.done(Texts.text(done, label), ""));
      case UndoResult.Nothing() -> toasts.accept(Toast.done(Texts.text(nothing), ""));
      case UndoResult.ChangedSince changed -> changedSince(changed);
      case UndoResult.RemovesMuch _ -> throw new IllegalStateException("asked before");
      case UndoResult.NotSaved(String code, String sentence) ->
          toasts.accept(
              Toast.failed(
                  Texts.text("undo.failed"), Texts.text("interviews.withCode", sentence, code)));
    }
  }

  /** A record that was moved has no values to compare; words have to do there. */
  private void changedSince(UndoResult.ChangedSince changed) {
    if (changed.differences().isEmpty()) {
      toasts.accept(
          new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("undo.changed", changed.label()),
              Texts.text("undo.changed.detail"),
              List.of()));
    } else {
      compare.accept(changed);
    }
  }
}
