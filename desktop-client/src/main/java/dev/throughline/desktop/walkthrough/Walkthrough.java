package dev.throughline.desktop.walkthrough;

import dev.throughline.desktop.platform.Background;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Where in the four steps a person is. A step is done when the window says that it {@link
 * #happened}; it can be left at any time, goes on after a restart, and can be begun again. UI
 * thread only.
 */
public final class Walkthrough {
  private static final String DONE = "done";
  private static final String SKIPPED = "skipped";

  private final WalkthroughProgress progress;
  private final Background background;
  private final Set<WalkthroughStep> done = EnumSet.noneOf(WalkthroughStep.class);
  private final ReadOnlyObjectWrapper<Optional<WalkthroughStep>> step =
      new ReadOnlyObjectWrapper<>(this, "step", Optional.empty());
  private final ReadOnlyBooleanWrapper nextOpen = new ReadOnlyBooleanWrapper(this, "nextOpen");
  private volatile String newest = "";
  private Runnable finished = () -> {};

  public Walkthrough(WalkthroughProgress progress, Background background) {
    this.progress = progress;
    this.background = background;
  }

  /** The step that is shown; empty while the walkthrough is not. */
  public ReadOnlyObjectProperty<Optional<WalkthroughStep>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether the shown step was done before, so that one may go on without doing it again. */
  ReadOnlyBooleanProperty nextOpenProperty() {
    return nextOpen.getReadOnlyProperty();
  }

  /** Called once all four steps are done. */
  public void onFinished(Runnable told) {
    finished = told;
  }

  /** Begins at the first step; also for whoever has seen it all. */
  public void begin() {
    done.clear();
    show(WalkthroughStep.OPEN_INTERVIEW);
  }

  /** Begins for whoever never saw it. */
  public void beginOnce() {
    if (progress.step().isEmpty() && step.get().isEmpty()) {
      begin();
    }
  }

  /** Goes on where it stopped when the window was closed; does nothing when it had ended. */
  public void resume() {
    progress
        .step()
        .flatMap(WalkthroughStep::of)
        .ifPresent(
            kept -> {
              done.clear();
              for (WalkthroughStep before : WalkthroughStep.values()) {
                if (before.compareTo(kept) < 0) {
                  done.add(before);
                }
              }
              show(kept);
            });
  }

  /** The person did this, just now and really. Counts only for the step that is shown. */
  public void happened(WalkthroughStep what) {
    if (step.get().equals(Optional.of(what))) {
      done.add(what);
      forward(what);
    }
  }

  /** To the step before. */
  void back() {
    step.get()
        .filter(shown -> shown.ordinal() > 0)
        .ifPresent(shown -> show(WalkthroughStep.values()[shown.ordinal() - 1]));
  }

  /** On from a step that was done before. */
  void next() {
    step.get().filter(done::contains).ifPresent(this::forward);
  }

  /** Leaves; it is not brought up again by itself. */
  public void skip() {
    if (step.get().isPresent()) {
      end(SKIPPED);
    }
  }

  private void forward(WalkthroughStep from) {
    if (from.ordinal() + 1 < WalkthroughStep.values().length) {
      show(WalkthroughStep.values()[from.ordinal() + 1]);
    } else {
      end(DONE);
      finished.run();
    }
  }

  private void show(WalkthroughStep shown) {
    nextOpen.set(done.contains(shown));
    step.set(Optional.of(shown));
    keep(shown.id());
  }

  private void end(String how) {
    step.set(Optional.empty());
    keep(how);
  }

  /** Work in the background may overtake itself; whichever comes last keeps the newest. */
  private void keep(String id) {
    newest = id;
    background.run(
        () -> {
          synchronized (progress) {
            progress.setStep(newest);
          }
        });
  }
}
