package dev.throughline.desktop.capture;

import dev.throughline.desktop.capture.RecorderStatus.State;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sound.PcmForm;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Records from a source into a folder. One thread takes sound up, another writes it; between them
 * is a queue of half a minute, so that a disk may pause. Every method may be called on the UI
 * thread: none waits for disk or device.
 */
public final class Recorder {
  private static final int QUEUE_SECONDS = 30;

  /** Sound that waits where it comes from need not wait here. */
  private static final int QUEUE_SECONDS_WAITING = 2;

  private static final int CHUNKS_A_SECOND = 20;
  private static final long STALLED_MILLIS = 2_000;
  private static final long BEHIND_MILLIS = 3_000;
  private static final long SILENT_MILLIS = 20_000;
  private static final long SPACE_MINUTES = 15;

  private final SoundSource source;
  private final SoundWriter writer;
  private final Background background;
  private final InstantSource clock;
  private final SoundQueue queue;
  private final Intake intake;
  private final Keeper keeper;
  private final CompletableFuture<RecorderEnd> end = new CompletableFuture<>();
  private volatile State state = State.RECORDING;

  private Recorder(
      SoundSource source, SoundWriter writer, Background background, InstantSource clock) {
    this.source = source;
    this.writer = writer;
    this.background = background;
    this.clock = clock;
    PcmForm form = source.form();
    int chunkBytes = Math.max(1, form.rate() / CHUNKS_A_SECOND) * form.frameBytes();
    int seconds = source.waits() ? QUEUE_SECONDS_WAITING : QUEUE_SECONDS;
    this.queue = new SoundQueue(seconds * form.rate() * form.frameBytes());
    this.intake = new Intake(source, queue, clock, chunkBytes);
    this.keeper = new Keeper(queue, writer, chunkBytes);
  }

  /**
   * Starts to record. Source and writer are this recorder's from now on, which closes them.
   *
   * @throws IllegalArgumentException when source and writer are of different forms
   */
  public static Recorder start(
      SoundSource source, SoundWriter writer, Background background, InstantSource clock) {
    if (!source.form().equals(writer.form())) {
      throw new IllegalArgumentException("the sound comes in another form than it is written in");
    }
    Recorder recorder = new Recorder(source, writer, background, clock);
    background.loop("sound-disk", recorder::keep);
    background.loop("sound", recorder::takeUp);
    return recorder;
  }

  /** Keeps no sound from now on; those who speak may rely on it. */
  public synchronized void pause() {
    if (state == State.RECORDING) {
      queue.mark(new Taken.Paused(clock.millis()), false);
      state = State.PAUSED;
    }
  }

  public synchronized void resume() {
    if (state == State.PAUSED) {
      queue.mark(new Taken.Resumed(clock.millis()), true);
      state = State.RECORDING;
    }
  }

  /** Ends the recording; {@link #end} completes once all is on disk. */
  public synchronized void stop() {
    if (state == State.RECORDING || state == State.PAUSED) {
      queue.mark(new Taken.Ended(), false);
      state = State.STOPPING;
      // A device that has stalled holds its reader until it is closed.
      background.run(source::close);
    }
  }

  /** Completes when the recording is over, on the thread that wrote it. */
  public CompletableFuture<RecorderEnd> end() {
    return end.copy();
  }

  /** How many frames are on disk, for whoever reads or sends them meanwhile. */
  public long safeFrames() {
    return writer.safeFrames();
  }

  /** What is now. */
  public RecorderStatus status() {
    PcmForm form = writer.form();
    // Asked in this order, what is safe is never more than what was taken up.
    long safe = form.millis(writer.safeFrames());
    long elapsed = form.millis(takenFrames());
    Level level = intake.level();
    return new RecorderStatus(
        state, elapsed, safe, level, keeper.freeMinutes(), problems(elapsed, safe, level));
  }

  private List<RecorderProblem> problems(long elapsed, long safe, Level level) {
    List<RecorderProblem> problems = new ArrayList<>();
    Optional<RecorderProblem> ended =
        end.isDone() && !end.isCompletedExceptionally() ? end.join().problem() : Optional.empty();
    ended.or(keeper::problem).ifPresent(problems::add);
    long missed = missedFrames();
    if (missed > 0) {
      problems.add(new RecorderProblem.SoundMissed(writer.form().millis(missed)));
    }
    if (state != State.RECORDING) {
      return problems;
    }
    long quiet = intake.quietMillis();
    if (!source.waits() && quiet > STALLED_MILLIS) {
      problems.add(new RecorderProblem.Stalled(quiet));
    }
    if (elapsed - safe > BEHIND_MILLIS && keeper.problem().isEmpty()) {
      problems.add(new RecorderProblem.DiskSlow(elapsed - safe));
    }
    if (level.silentMillis() >= SILENT_MILLIS) {
      problems.add(new RecorderProblem.Silent(level.silentMillis()));
    }
    if (level.isClipping()) {
      problems.add(new RecorderProblem.Clipping());
    }
    keeper
        .freeMinutes()
        .ifPresent(
            minutes -> {
              if (minutes < SPACE_MINUTES) {
                problems.add(new RecorderProblem.LittleSpace(minutes));
              }
            });
    return problems;
  }

  private long takenFrames() {
    return queue.acceptedBytes() / writer.form().frameBytes();
  }

  private long missedFrames() {
    return queue.missedBytes() / writer.form().frameBytes();
  }

  private void takeUp() {
    try {
      intake.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      queue.mark(new Taken.Ended(), false);
    }
  }

  private void keep() {
    try {
      ended(keeper.run());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Nobody takes sound out any more, so none may seem to be taken up.
      queue.shut();
      synchronized (this) {
        state = State.ENDED;
      }
      end.completeExceptionally(e);
      throw e;
    }
  }

  private void ended(Optional<RecorderProblem> notKept) {
    long safe = writer.safeFrames();
    long lost = takenFrames() - safe + missedFrames();
    Optional<RecorderProblem> gone =
        intake.isDeviceGone()
            ? Optional.of(new RecorderProblem.DeviceGone(writer.form().millis(safe)))
            : Optional.empty();
    synchronized (this) {
      state = State.ENDED;
    }
    background.run(source::close);
    end.complete(new RecorderEnd(safe, lost, notKept.or(() -> gone)));
  }
}
