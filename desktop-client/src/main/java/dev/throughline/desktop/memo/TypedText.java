package dev.throughline.desktop.memo;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One stored text while a person types in it. Saves by itself: at the latest one second after the
 * first unsaved keystroke, and as soon as there is a pause. What others write comes in while typing
 * goes on; nothing typed is ever held up or lost. Only on the UI thread.
 */
public final class TypedText implements Typing {
  /** A pause this long saves. */
  public static final Duration PAUSE = Duration.ofMillis(400);

  /** However fast somebody types, nothing stays unsaved longer. */
  public static final Duration UNSAVED_MAX = Duration.ofSeconds(1);

  /** A save that failed is tried again after this, besides with every pause. */
  public static final Duration RETRY = Duration.ofSeconds(3);

  private final Seams seams;
  private final TextJobs jobs;
  private final TextReconcile reconcile;
  private final ReadOnlyObjectWrapper<SaveMark> mark =
      new ReadOnlyObjectWrapper<>(this, "mark", new SaveMark.Untouched());
  private Consumer<String> control = text -> {};
  private String text;
  private long unsavedSince;
  private boolean isClosed;
  private boolean savesNext;
  private boolean readsNext;
  private Background.Handle timer = () -> {};

  /** What a typed text needs of the machine. */
  public record Seams(Background background, UiThread ui, InstantSource clock) {}

  /**
   * @param stored the text as the home had it a moment ago
   */
  public TypedText(TextHome home, String stored, Seams seams) {
    this.seams = seams;
    this.jobs = new TextJobs(home, seams);
    this.reconcile = new TextReconcile(stored);
    this.text = reconcile.shown();
  }

  /** What the control holds, or is to hold. */
  public String text() {
    return text;
  }

  public ReadOnlyObjectProperty<SaveMark> markProperty() {
    return mark.getReadOnlyProperty();
  }

  /**
   * What {@code ours} becomes when its base became {@code theirs}: the merge that typing goes
   * through, for callers that keep another version of the same text.
   */
  public static String rebased(String base, String theirs, String ours) {
    return Rebase.merge(base, theirs, ours);
  }

  @Override
  public void showIn(Consumer<String> shown) {
    control = shown;
    shown.accept(text);
  }

  @Override
  public void typed(String now) {
    if (now.equals(text) || isClosed) {
      return;
    }
    text = now;
    if (!reconcile.isEdited(text)) {
      timer.cancel();
      unsavedSince = 0;
      return;
    }
    if (unsavedSince == 0) {
      unsavedSince = seams.clock().millis();
    }
    if (!(mark.get() instanceof SaveMark.NotSaved)) {
      mark.set(new SaveMark.Saving());
    }
    long left = unsavedSince + UNSAVED_MAX.toMillis() - seams.clock().millis();
    saveIn(Duration.ofMillis(Math.clamp(left, 0, PAUSE.toMillis())));
  }

  /** Whether the store has everything typed. */
  public boolean isSafe() {
    return !reconcile.isEdited(text)
        && !jobs.isBusy()
        && !(mark.get() instanceof SaveMark.NotSaved);
  }

  /** Saves now what is not saved, without waiting for it. */
  public void save() {
    timer.cancel();
    if (isClosed || (!reconcile.isEdited(text) && !(mark.get() instanceof SaveMark.NotSaved))) {
      return;
    }
    if (jobs.isBusy()) {
      savesNext = true;
    } else if (reconcile.isUnsure()) {
      savesNext = true;
      jobs.catchUp(this::settle);
    } else {
      unsavedSince = 0;
      jobs.save(reconcile.save(text), this::settle);
    }
  }

  /** The store's text may have changed from outside. */
  public void changedOutside() {
    if (isClosed) {
      return;
    }
    if (jobs.isBusy()) {
      readsNext = true;
    } else {
      jobs.read(this::settle);
    }
  }

  /**
   * Returns once everything typed is on disk, or it is clear that it cannot be; answers which. The
   * only call that waits.
   */
  public boolean flush() {
    jobs.await();
    if (reconcile.isEdited(text)) {
      save();
      jobs.await();
    }
    return !reconcile.isEdited(text);
  }

  /** Lets go of the text without saving it; {@link #flush} first. */
  public void close() {
    isClosed = true;
    timer.cancel();
  }

  private void settle(TextJobs.Answer answer) {
    switch (answer) {
      case TextJobs.Answer.Saved(var save, long atMillis, String stored) -> {
        show(reconcile.saved(save, stored, text));
        mark.set(reconcile.isEdited(text) ? new SaveMark.Saving() : new SaveMark.Saved(atMillis));
      }
      case TextJobs.Answer.NotSaved(var save, String code, String sentence) -> {
        reconcile.failed(save);
        tryAgain(code, sentence);
      }
      case TextJobs.Answer.Read(String stored) -> show(reconcile.changed(stored, text));
      case TextJobs.Answer.CaughtUp(String stored) -> show(reconcile.caughtUp(stored, text));
      case TextJobs.Answer.NotCaughtUp(String code, String sentence) -> tryAgain(code, sentence);
      case TextJobs.Answer.Unreadable() -> {}
    }
    startNext();
  }

  private void tryAgain(String code, String sentence) {
    mark.set(new SaveMark.NotSaved(code, sentence));
    savesNext = false;
    unsavedSince = seams.clock().millis();
    saveIn(RETRY);
  }

  private void startNext() {
    if (isClosed) {
      return;
    }
    if (savesNext) {
      savesNext = false;
      save();
    } else if (reconcile.isEdited(text) && unsavedSince == 0) {
      unsavedSince = seams.clock().millis();
      saveIn(PAUSE);
    }
    if (readsNext && !jobs.isBusy()) {
      readsNext = false;
      jobs.read(this::settle);
    }
  }

  private void show(String now) {
    if (!now.equals(text)) {
      text = now;
      control.accept(now);
    }
  }

  private void saveIn(Duration delay) {
    timer.cancel();
    timer = seams.background().later(delay, () -> seams.ui().run(this::save));
  }
}
