package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Undo and redo of what commands did, and what is said of it. */
final class EditCommands {
  private final UndoLog undo;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final Consumer<UndoResult.ChangedSince> compare;

  /**
   * @param compare shows a step that could not be taken back because somebody changed it since
   */
  EditCommands(
      UndoLog undo,
      Background background,
      UiThread ui,
      Consumer<Toast> toasts,
      Consumer<UndoResult.ChangedSince> compare) {
    this.undo = undo;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    this.compare = compare;
  }

  List<Command> all() {
    return List.of(
        Command.named("edit.undo", Group.EDIT, Icon.UNDO)
            .key("Ctrl+Z")
            .onlyIf(() -> undo.undoLabel().isPresent(), "command.edit.undo.off")
            .does(this::undo),
        Command.named("edit.redo", Group.EDIT, Icon.REDO)
            .key("Ctrl+Shift+Z")
            .onlyIf(() -> undo.redoLabel().isPresent(), "command.edit.redo.off")
            .does(() -> move(undo::redo, "app.redone")));
  }

  void undo() {
    move(undo::undo, "app.undone");
  }

  private void move(Supplier<UndoResult> step, String done) {
    background.run(
        () -> {
          UndoResult result = step.get();
          ui.run(() -> say(result, done));
        });
  }

  private void say(UndoResult result, String done) {
    switch (result) {
      case UndoResult.Done(String label) -> toasts.accept(Toast.done(Texts.text(done, label), ""));
      case UndoResult.Nothing() -> {}
      case UndoResult.ChangedSince changed -> compare.accept(changed);
      case UndoResult.NotSaved(String code, String sentence) ->
          toasts.accept(Toast.failed(Texts.text("app.undo.failed"), sentence + " " + code));
    }
  }
}
