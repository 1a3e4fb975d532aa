package dev.throughline.desktop.sound.play;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plays one source. Everything can be called from any thread and returns at once; a thread of its
 * own does the work. Remembers nothing beyond its own life.
 */
public final class Player implements AutoCloseable {
  private static final Logger log = Logger.getLogger(Player.class.getName());

  public static final double SPEED_MIN = 0.5;
  public static final double SPEED_MAX = 3;

  /** How far it goes back after a pause unless told otherwise: the last words. */
  public static final long BACK_STEP_MILLIS = 1_500;

  private static final int DRAIN_MILLIS = 10;

  private final SoundOutput output;
  private final PcmReader pcm;
  private final Blocks blocks;
  private final CopyOnWriteArrayList<Consumer<PlayerState>> listeners =
      new CopyOnWriteArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final HeardMarks marks = new HeardMarks();
  private PlayWish wish = PlayWish.USUAL;
  private Optional<SoundSink> sink = Optional.empty();
  private Optional<PlayTrouble> trouble = Optional.empty();
  private OptionalLong sought = OptionalLong.of(0);
  private long backStep;
  private long resting;
  private long frames;
  private long written;
  private boolean isPlaying;
  private boolean isClosed;

  /**
   * Stands still at the beginning.
   *
   * @param pcm is read on the player's thread only, and closed with it
   */
  public Player(Background background, SoundOutput output, PcmReader pcm) {
    this.output = output;
    this.pcm = pcm;
    this.blocks = new Blocks(pcm);
    this.frames = pcm.frames();
    this.backStep = pcm.form().frames(BACK_STEP_MILLIS);
    background.loop("player", this::run);
  }

  /** Tells of plays, pauses, ends and troubles, on the player's thread. Positions are polled. */
  public void onChange(Consumer<PlayerState> listener) {
    listeners.add(listener);
  }

  /** Plays on; from a little before the pause, or from the beginning when it was at the end. */
  public void play() {
    tell(() -> isPlaying = true);
  }

  public void pause() {
    tell(() -> isPlaying = false);
  }

  /** Goes to a frame, at once when it plays. */
  public void seek(long frame) {
    tell(() -> sought = OptionalLong.of(Math.clamp(frame, 0, frames)));
  }

  /** 1 as it was recorded; kept between {@link #SPEED_MIN} and {@link #SPEED_MAX}. */
  public void setSpeed(double speed) {
    double kept = Math.clamp(speed, SPEED_MIN, SPEED_MAX);
    tell(() -> wish = new PlayWish(kept, wish.volume(), wish.loop()));
  }

  /** 1 as it was recorded, 0 nothing. */
  public void setVolume(double volume) {
    double kept = Math.clamp(volume, 0, 1);
    tell(() -> wish = new PlayWish(wish.speed(), kept, wish.loop()));
  }

  /** Plays a range again and again; without one to the end. */
  public void setLoop(Optional<PlayRange> loop) {
    tell(() -> wish = new PlayWish(wish.speed(), wish.volume(), loop));
  }

  /** How far it goes back when it plays on after a pause. */
  public void setBackStep(long millis) {
    tell(() -> backStep = pcm.form().frames(Math.max(0, millis)));
  }

  public PlayerState state() {
    lock.lock();
    try {
      return new PlayerState(
          isPlaying, position(), frames, wish.speed(), wish.volume(), wish.loop(), trouble);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread soon; it closes the source and the sink. */
  @Override
  public void close() {
    tell(() -> isClosed = true);
  }

  private void tell(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try (pcm) {
      while (awaitPlay()) {
        try {
          if (begin()) {
            publish();
            playOn();
            rest();
          }
        } catch (RuntimeException e) {
          log.log(Level.WARNING, "playing failed", e);
          failed();
        }
        publish();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // Nothing is heard from it any more; how it closes matters to nobody.
    } finally {
      sink.ifPresent(SoundSink::close);
    }
  }

  private boolean awaitPlay() throws InterruptedException {
    lock.lock();
    try {
      while (!isPlaying && !isClosed) {
        changed.await();
      }
      return !isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** Opens the sink, if need be, and goes to where it shall play on. */
  private boolean begin() {
    SoundOutput.Opened opened =
        sink.isPresent() ? new SoundOutput.Opened.Ready(sink.get()) : output.open(pcm.form());
    lock.lock();
    try {
      frames = pcm.frames();
      switch (opened) {
        case SoundOutput.Opened.Ready(SoundSink ready) -> {
          sink = Optional.of(ready);
          trouble = Optional.empty();
        }
        case SoundOutput.Opened.Silent(PlayTrouble why) -> {
          trouble = Optional.of(why);
          isPlaying = false;
          return false;
        }
      }
      long first = wish.loop().map(PlayRange::from).orElse(0L);
      long back = resting >= frames ? first : Math.max(0, resting - backStep);
      blocks.seek(sought.orElse(back));
      sought = OptionalLong.empty();
      written = 0;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void playOn() throws InterruptedException {
    SoundSink to = sink.orElseThrow();
    try {
      for (PlayWish now = next(to); now != null; now = next(to)) {
        Blocks.Block block = blocks.read(now);
        if (block.frames() > 0) {
          mark(block, now);
          to.write(Loudness.of(block, now.volume()), block.frames() * pcm.form().frameBytes());
        } else if (drain(to)) {
          return;
        }
      }
    } catch (IOException _) {
      failed();
    }
  }

  private void failed() {
    lock.lock();
    try {
      trouble = Optional.of(PlayTrouble.UNREADABLE);
      isPlaying = false;
    } finally {
      lock.unlock();
    }
  }

  /** What is wanted now; null when it shall stop. */
  private @Nullable PlayWish next(SoundSink to) {
    lock.lock();
    try {
      if (!isPlaying || isClosed) {
        return null;
      }
      if (sought.isPresent()) {
        to.flush();
        marks.clear();
        written = 0;
        blocks.seek(sought.getAsLong());
        sought = OptionalLong.empty();
      }
      return wish;
    } finally {
      lock.unlock();
    }
  }

  private void mark(Blocks.Block block, PlayWish now) {
    lock.lock();
    try {
      if (block.isNewMark()) {
        marks.add(written, block.source(), now.speed());
      }
      written += block.frames();
      frames = pcm.frames();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all was heard; false when something else is wanted meanwhile. */
  private boolean drain(SoundSink to) throws InterruptedException {
    lock.lock();
    try {
      while (isPlaying && !isClosed && sought.isEmpty() && to.heard() < written) {
        changed.await(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
      boolean isOver = isPlaying && !isClosed && sought.isEmpty();
      if (isOver) {
        isPlaying = false;
        resting = frames;
        marks.clear();
      }
      return sought.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void rest() {
    lock.lock();
    try {
      resting = sought.isPresent() ? resting : position();
      sink.ifPresent(SoundSink::flush);
      marks.clear();
    } finally {
      lock.unlock();
    }
  }

  private long position() {
    if (sought.isPresent()) {
      return sought.getAsLong();
    }
    return marks.isEmpty() || sink.isEmpty()
        ? resting
        : Math.clamp(marks.at(sink.get().heard()), 0, frames);
  }

  private void publish() {
    PlayerState state = state();
    listeners.forEach(listener -> listener.accept(state));
  }
}
