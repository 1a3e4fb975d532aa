package dev.throughline.desktop.capture;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes sound out of the queue and puts it on disk, on a thread of its own. When the disk refuses,
 * it asks again until it takes the sound or the queue is full.
 */
final class Keeper {
  /** What came is written after that time even if it fills no slot. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Nothing came; what is pending is written all the same. */
  private static final Taken NOTHING = new Taken.Missed(0);

  private static final int SLOTS_AT_ONCE = 8;
  private static final int SPACE_EVERY_SECONDS = 5;

  private final SoundQueue queue;
  private final SoundWriter writer;
  private final int chunkBytes;
  private final byte[] pending;
  private int length;
  private long spaceAskedAt = Long.MIN_VALUE;
  private volatile OptionalLong freeMinutes = OptionalLong.empty();
  private volatile Optional<RecorderProblem> problem = Optional.empty();

  /**
   * @param chunkBytes the most that is ever queued at once
   */
  Keeper(SoundQueue queue, SoundWriter writer, int chunkBytes) {
    this.queue = queue;
    this.writer = writer;
    this.chunkBytes = chunkBytes;
    this.pending = new byte[SLOTS_AT_ONCE * writer.slotBytes() + chunkBytes];
  }

  OptionalLong freeMinutes() {
    return freeMinutes;
  }

  /** Why the disk does not take sound at this moment. */
  Optional<RecorderProblem> problem() {
    return problem;
  }

  /**
   * Runs until the recording is over and on disk.
   *
   * @return why not all of it is on disk; empty when it is
   */
  Optional<RecorderProblem> run() throws InterruptedException {
    boolean isOver = false;
    boolean isKept = true;
    while (isKept && !isOver) {
      askForSpace();
      Optional<Taken> next = queue.take(PATIENCE);
      isOver = next.isPresent() && next.get() instanceof Taken.Ended;
      isKept =
          next.orElse(NOTHING) instanceof Taken.Sound(byte[] sound) ? add(sound) : keep(length);
      next.ifPresent(this::note);
    }
    Optional<RecorderProblem> reason = isKept ? Optional.empty() : problem;
    queue.shut();
    attempt(writer::end);
    return reason;
  }

  private void note(Taken mark) {
    switch (mark) {
      case Taken.Paused(long at) -> attempt(() -> writer.pause(at));
      case Taken.Resumed(long at) -> attempt(() -> writer.resume(at));
      case Taken.Missed(long bytes) ->
          attempt(() -> writer.miss(bytes / writer.form().frameBytes()));
      case Taken.Sound _, Taken.Ended _ -> {}
    }
  }

  /** A slow disk gets more at once, as forcing costs it the same. */
  private boolean add(byte[] sound) throws InterruptedException {
    System.arraycopy(sound, 0, pending, length, sound.length);
    length += sound.length;
    int slot = writer.slotBytes();
    boolean isDue = length >= slot && (queue.isEmpty() || length >= SLOTS_AT_ONCE * slot);
    return !isDue || keep(length / slot * slot);
  }

  /** Puts so much of what is pending on disk, however often that takes. */
  private boolean keep(int wanted) throws InterruptedException {
    int left = wanted;
    boolean givesUp = false;
    while (left > 0 && !givesUp) {
      int now = left;
      long before = writer.forcedFrames();
      attempt(() -> writer.append(pending, 0, now));
      int kept = Math.toIntExact(writer.forcedFrames() - before) * writer.form().frameBytes();
      System.arraycopy(pending, kept, pending, 0, length - kept);
      length -= kept;
      left -= kept;
      givesUp = left > 0 && queue.awaitMore(2 * writer.slotBytes(), chunkBytes, PATIENCE);
    }
    return !givesUp;
  }

  /** Something the disk may refuse. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** Tries it; what the log did not take is kept for later by the writer itself. */
  private void attempt(Writing writing) {
    try {
      writing.run();
      problem = Optional.empty();
    } catch (IOException e) {
      long safe = writer.form().millis(writer.safeFrames());
      problem =
          Optional.of(
              hasSpace()
                  ? new RecorderProblem.DiskRefuses(safe)
                  : new RecorderProblem.DiskFull(safe));
    }
  }

  private boolean hasSpace() {
    try {
      return writer.hasSpace();
    } catch (IOException _) {
      return true;
    }
  }

  private void askForSpace() {
    long second = writer.forcedFrames() / writer.form().rate();
    if (second >= spaceAskedAt + SPACE_EVERY_SECONDS || freeMinutes.isEmpty()) {
      spaceAskedAt = second;
      try {
        freeMinutes = OptionalLong.of(writer.freeMinutes());
      } catch (IOException _) {
        freeMinutes = OptionalLong.empty();
      }
    }
  }
}
