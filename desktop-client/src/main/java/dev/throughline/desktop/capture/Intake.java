package dev.throughline.desktop.capture;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/** Takes sound up from its source, on a thread of its own, and never waits for the disk. */
final class Intake {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Between two questions to a device that answers at once and has nothing. */
  private static final Duration REST = Duration.ofMillis(20);

  private final SoundSource source;
  private final SoundQueue queue;
  private final LevelMeter meter;
  private final InstantSource clock;
  private final int chunkBytes;
  private volatile long lastAt;
  private volatile boolean isDeviceGone;

  Intake(SoundSource source, SoundQueue queue, InstantSource clock, int chunkBytes) {
    this.source = source;
    this.queue = queue;
    this.meter = new LevelMeter(source.form());
    this.clock = clock;
    this.chunkBytes = chunkBytes;
    this.lastAt = clock.millis();
  }

  Level level() {
    return meter.level();
  }

  /** When sound last came, in milliseconds since 1970. */
  long lastAt() {
    return lastAt;
  }

  boolean isDeviceGone() {
    return isDeviceGone;
  }

  /** Runs until the recording is over or no more sound comes. */
  void run() throws InterruptedException {
    byte[] chunk = new byte[chunkBytes];
    try (source) {
      int count = 0;
      while (count >= 0 && !queue.isEnded()) {
        count = source.read(chunk);
        if (count > 0) {
          lastAt = clock.millis();
          meter.add(chunk, count);
          pass(Arrays.copyOf(chunk, count));
        } else if (count == 0) {
          queue.rest(REST);
        }
      }
    } catch (IOException _) {
      isDeviceGone = !queue.isEnded();
    }
    queue.mark(new Taken.Ended(), false);
  }

  private void pass(byte[] sound) throws InterruptedException {
    SoundQueue.Answer answer = queue.offer(sound, source.waits());
    while (source.waits() && answer != SoundQueue.Answer.ACCEPTED && !queue.isEnded()) {
      queue.awaitPlace(sound.length, PATIENCE);
      answer = queue.offer(sound, true);
    }
  }
}
