package dev.throughline.desktop.capture;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.logging.Logger;

/** Takes sound up from its source, on a thread of its own, and never waits for the disk. */
final class Intake {
  private static final Logger log = Logger.getLogger(Intake.class.getName());

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

  /** How long no sound came, in milliseconds; a clock that was set back begins anew. */
  long quietMillis() {
    long now = clock.millis();
    if (now < lastAt) {
      lastAt = now;
    }
    return now - lastAt;
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
    } catch (IOException | RuntimeException e) {
      // Drivers of sound cards fail in their own ways; none of them ends a recording unsaid.
      log.log(java.util.logging.Level.INFO, "no more sound comes", e);
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
