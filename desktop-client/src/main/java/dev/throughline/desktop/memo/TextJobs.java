package dev.throughline.desktop.memo;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads and writes one text away from the UI thread, one at a time, so that every answer is settled
 * before the next question is asked. Only on the UI thread.
 */
final class TextJobs {
  /** Longest wait for the disk when a page or the program closes. */
  private static final int AWAIT_SECONDS_MAX = 10;

  private static final String UNREADABLE = "SAV-04";

  /** What a job found. */
  sealed interface Answer {
    /** On disk; {@code stored} is the text as the store has it now. */
    record Saved(TextReconcile.Save save, long atMillis, String stored) implements Answer {}

    record NotSaved(TextReconcile.Save save, String code, String sentence) implements Answer {}

    record Read(String stored) implements Answer {}

    /** As read, and nothing in the journal is still on its way to the store. */
    record CaughtUp(String stored) implements Answer {}

    record NotCaughtUp(String code, String sentence) implements Answer {}

    record Unreadable() implements Answer {}
  }

  private record Job(CompletableFuture<Answer> answer, Consumer<Answer> settle) {}

  private final TextHome home;
  private final Background background;
  private final UiThread ui;
  private Optional<Job> running = Optional.empty();

  TextJobs(TextHome home, TypedText.Seams seams) {
    this.home = home;
    this.background = seams.background();
    this.ui = seams.ui();
  }

  boolean isBusy() {
    return running.isPresent();
  }

  void save(TextReconcile.Save save, Consumer<Answer> settle) {
    start(() -> write(save), settle);
  }

  void read(Consumer<Answer> settle) {
    start(this::read, settle);
  }

  void catchUp(Consumer<Answer> settle) {
    start(this::caughtUp, settle);
  }

  /** Waits until nothing runs any more, settling answers here and now. */
  void await() {
    while (running.isPresent()) {
      Job job = running.get();
      try {
        job.answer().get(AWAIT_SECONDS_MAX, TimeUnit.SECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException | TimeoutException _) {
        return;
      }
      settle(job);
    }
  }

  private void start(Supplier<Answer> work, Consumer<Answer> settle) {
    Job job = new Job(new CompletableFuture<>(), settle);
    running = Optional.of(job);
    background.run(
        () -> {
          job.answer().complete(work.get());
          ui.run(() -> settle(job));
        });
  }

  /** Does nothing for a job that was settled by {@link #await} already. */
  private void settle(Job job) {
    if (running.filter(job::equals).isPresent()) {
      running = Optional.empty();
      job.settle().accept(job.answer().join());
    }
  }

  private Answer write(TextReconcile.Save save) {
    try {
      return switch (home.write(save.before(), save.after())) {
        case SaveResult.Saved saved -> new Answer.Saved(save, saved.atMillis(), home.read());
        case SaveResult.NotSaved(String code, String sentence) ->
            new Answer.NotSaved(save, code, sentence);
      };
    } catch (RuntimeException e) {
      log(e);
      return new Answer.NotSaved(save, UNREADABLE, Texts.text("memo.unreadable"));
    }
  }

  private Answer caughtUp() {
    try {
      return home.catchUp() instanceof SaveResult.NotSaved(String code, String sentence)
          ? new Answer.NotCaughtUp(code, sentence)
          : new Answer.CaughtUp(home.read());
    } catch (RuntimeException e) {
      log(e);
      return new Answer.NotCaughtUp(UNREADABLE, Texts.text("memo.unreadable"));
    }
  }

  private Answer read() {
    try {
      return new Answer.Read(home.read());
    } catch (RuntimeException e) {
      log(e);
      return new Answer.Unreadable();
    }
  }

  private static void log(RuntimeException e) {
    System.getLogger(TextJobs.class.getName())
        .log(System.Logger.Level.WARNING, "a typed text could not reach its store", e);
  }
}
