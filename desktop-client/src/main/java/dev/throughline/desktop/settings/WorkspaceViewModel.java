package dev.throughline.desktop.settings;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The sample workspace, and the export of one's own. */
final class WorkspaceViewModel {
  private final Samples samples;
  private final WorkspaceExport export;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final ReadOnlyBooleanWrapper isSampleOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper isRemovalAsked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper();

  WorkspaceViewModel(
      Samples samples,
      WorkspaceExport export,
      Background background,
      UiThread ui,
      Consumer<Toast> toasts) {
    this.samples = samples;
    this.export = export;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
  }

  ReadOnlyBooleanProperty isSampleOpenProperty() {
    return isSampleOpen.getReadOnlyProperty();
  }

  /** Whether the person is being asked if the sample should go with all that was added to it. */
  ReadOnlyBooleanProperty isRemovalAskedProperty() {
    return isRemovalAsked.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty isBusyProperty() {
    return isBusy.getReadOnlyProperty();
  }

  /** Looks whether the sample is open; others may have opened or removed it. */
  void refresh() {
    background.run(
        () -> {
          boolean open = samples.isOpen();
          ui.run(() -> isSampleOpen.set(open));
        });
  }

  void openSample() {
    work(
        () ->
            switch (samples.open()) {
              case SaveResult.Saved _ ->
                  Toast.done(
                      Texts.text("settings.sample.opened"),
                      Texts.text("settings.sample.opened.detail"));
              case SaveResult.NotSaved(String code, String sentence) ->
                  Toast.failed(
                      Texts.text("settings.sample.unopened"),
                      Texts.text("settings.coded", sentence, code));
            });
  }

  void askRemoval() {
    isRemovalAsked.set(true);
  }

  void keepSample() {
    isRemovalAsked.set(false);
  }

  void removeSample() {
    isRemovalAsked.set(false);
    work(this::remove);
  }

  private Toast remove() {
    try {
      samples.remove();
      return Toast.done(
          Texts.text("settings.sample.removed"), Texts.text("settings.sample.removed.detail"));
    } catch (JournalException e) {
      log(e);
      return Toast.failed(
          Texts.text("settings.sample.unremoved"), Texts.text("settings.sample.unremoved.detail"));
    }
  }

  /** Writes everything in open formats into a new folder below this one. */
  void exportInto(Path folder) {
    export.everything(folder);
  }

  /** Writes the workspace file; a file of that name is replaced only by a whole new one. */
  void exportTo(Path file) {
    export.json(file);
  }

  @FunctionalInterface
  private interface Work {
    Toast run();
  }

  private void work(Work work) {
    isBusy.set(true);
    background.run(
        () -> {
          Toast toast = work.run();
          boolean open = samples.isOpen();
          ui.run(
              () -> {
                isSampleOpen.set(open);
                isBusy.set(false);
                toasts.accept(toast);
              });
        });
  }

  private static void log(Exception e) {
    System.getLogger(WorkspaceViewModel.class.getName())
        .log(System.Logger.Level.WARNING, "a file could not be written", e);
  }
}
