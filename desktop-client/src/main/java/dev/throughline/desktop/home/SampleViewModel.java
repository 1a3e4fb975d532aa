package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Opens and removes the sample workspace, one action each. */
public final class SampleViewModel {
  private final Samples samples;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

  public SampleViewModel(
      Samples samples,
      InterviewList list,
      Background background,
      UiThread ui,
      Consumer<Toast> toasts) {
    this.samples = samples;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    list.onChange(() -> open.set(list.rows().stream().anyMatch(InterviewRow::isSample)));
    open.set(list.rows().stream().anyMatch(InterviewRow::isSample));
  }

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  void open() {
    background.run(
        () -> {
          if (samples.open() instanceof SaveResult.NotSaved(String code, String sentence)) {
            tell(
                Toast.failed(
                    Texts.text("home.sample.notOpened"),
                    Texts.text("interviews.withCode", sentence, code)));
          }
        });
  }

  void remove() {
    background.run(
        () -> {
          try {
            samples.remove();
            tell(
                Toast.undoable(
                    Texts.text("home.sample.removed"),
                    Texts.text("home.sample.removed.detail"),
                    new Toast.Action(Texts.text("interviews.undo"), this::open)));
          } catch (JournalException e) {
            System.getLogger(SampleViewModel.class.getName())
                .log(System.Logger.Level.WARNING, "the sample could not be removed", e);
            tell(
                Toast.failed(
                    Texts.text("home.sample.notRemoved"),
                    Texts.text("home.sample.notRemoved.detail")));
          }
        });
  }

  private void tell(Toast toast) {
    ui.run(() -> toasts.accept(toast));
  }
}
