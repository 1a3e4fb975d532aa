package dev.throughline.desktop.travel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.BlobFixture;
import dev.throughline.desktop.blob.BlobLimits;
import dev.throughline.desktop.blob.BlobParts;
import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Growing;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Recordings of one profile with a server in memory, and what the window is told of them. */
abstract class TravelDesk extends BlobFixture {
  private static final long SECONDS_MAX = 120;

  /** Two seconds of it are one small part. */
  static final PcmForm SPEECH = new PcmForm(16_000, 1);

  final List<Question> questions = new CopyOnWriteArrayList<>();
  final List<Toast> toasts = new CopyOnWriteArrayList<>();
  final Kept settings = new Kept();
  final Semaphore changed = new Semaphore(0);
  private final Threads threads = new Threads();
  Surroundings around;
  Blobs blobs;

  /** What is remembered of a profile. */
  static final class Kept implements TravelSettings {
    private volatile boolean isPaused;
    private volatile boolean isMetered;

    @Override
    public boolean isPaused() {
      return isPaused;
    }

    @Override
    public void setPaused(boolean paused) {
      isPaused = paused;
    }

    @Override
    public boolean isMetered() {
      return isMetered;
    }

    @Override
    public void setMetered(boolean metered) {
      isMetered = metered;
    }
  }

  /** One worker keeps the order, as in production; it puts nothing off, and a test waits for it. */
  private static final class Threads implements Background {
    private final ExecutorService worker =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("work").factory());
    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final Thread test = Thread.currentThread();

    @Override
    public void run(Runnable work) {
      if (Thread.currentThread() == test) {
        CompletableFuture.runAsync(work, worker).join();
      } else if (!worker.isShutdown()) {
        worker.execute(work);
      }
    }

    @Override
    public Handle later(Duration delay, Runnable work) {
      run(work);
      return () -> {};
    }

    @Override
    public void loop(String name, Runnable work) {
      Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(work);
      started.add(thread);
      thread.start();
    }

    void end() {
      worker.shutdown();
      started.forEach(Thread::interrupt);
    }
  }

  @BeforeEach
  void openBlobs() throws IOException {
    around =
        new Surroundings(
            threads,
            this::onScreen,
            new ShownTime(time, ZoneOffset.UTC),
            toast -> {
              toasts.add(toast);
              changed.release();
            });
    blobs =
        Blobs.open(
            new BlobParts(
                desk.ledger(),
                disk,
                folders(),
                Growing.NONE,
                new BlobLimits(1L << 30, 1L << 30, 0, Duration.ofSeconds(1)),
                threads,
                InstantSource.system(),
                new SecureRandom(),
                new Random(5)));
    blobs.onChange(changed::release);
  }

  private synchronized void onScreen(Runnable work) {
    work.run();
    changed.release();
  }

  @AfterEach
  void closeBlobs() {
    blobs.close();
    threads.end();
  }

  void ask(Question question) {
    questions.add(question);
    changed.release();
  }

  void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      assertThat(changed.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
  }

  Recording spoken(int seconds) throws IOException {
    Begun begun = begin(SPEECH);
    begun.say(new byte[seconds * SPEECH.rate() * SPEECH.frameBytes()]);
    end(begun);
    return record(begun.id());
  }

  /** Sends until the server has read it back. */
  Recording onServer(Recording recording) throws InterruptedException {
    blobs.start();
    blobs.connect(server);
    await(() -> blobs.state(recording).equals(new BlobState.OnServer()));
    await(() -> !record(recording.id()).proxy().isEmpty());
    await(() -> blobs.traffic().list().isEmpty());
    return record(recording.id());
  }
}
