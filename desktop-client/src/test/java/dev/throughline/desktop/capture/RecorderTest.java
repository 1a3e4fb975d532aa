package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.capture.RecorderStatus.State;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemDisk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecorderTest extends CaptureFixture {
  private final SteppedTime time = new SteppedTime(Instant.ofEpochMilli(STARTED_AT));
  private final HandSource microphone = new HandSource(FORM);

  @Test
  void whatIsSaidIsSafeSoonAndAllOfItIsThereInTheEnd() throws Exception {
    Recorder recorder = start(new SystemDisk());
    byte[] sound = sound(1_234);
    microphone.say(sound);
    RecorderStatus status = await(recorder, now -> now.safeMillis() == 3_085);
    assertThat(status.elapsedMillis()).isEqualTo(3_085);
    assertThat(status.state()).isEqualTo(State.RECORDING);
    recorder.stop();
    assertThat(end(recorder)).isEqualTo(new RecorderEnd(1_234, 0, java.util.Optional.empty()));
    assertThat(recorder.status().state()).isEqualTo(State.ENDED);
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(sound);
    }
    assertThat(repair()).isInstanceOf(Repaired.Whole.class);
  }

  @Test
  void nothingThatIsSaidInAPauseIsKept() throws Exception {
    Recorder recorder = start(new SystemDisk());
    byte[] sound = sound(900);
    microphone.say(Arrays.copyOfRange(sound, 0, 600));
    await(recorder, now -> now.safeMillis() == 750);
    recorder.pause();
    microphone.say(new byte[1_000]);
    await(recorder, now -> now.level().silentMillis() >= 1_000);
    assertThat(recorder.status().state()).isEqualTo(State.PAUSED);
    recorder.resume();
    microphone.say(Arrays.copyOfRange(sound, 600, 1_800));
    await(recorder, now -> now.elapsedMillis() == 2_250);
    recorder.stop();
    assertThat(end(recorder).frames()).isEqualTo(900);
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(sound);
    }
    SoundLog log = SoundLog.read(new SoundFolder(new SystemDisk(), folder()));
    assertThat(log.all(SoundEntry.Paused.class))
        .containsExactly(new SoundEntry.Paused(300, STARTED_AT));
    assertThat(log.all(SoundEntry.Resumed.class))
        .containsExactly(new SoundEntry.Resumed(300, STARTED_AT));
  }

  @Test
  void aMicrophoneThatIsUnpluggedEndsTheRecordingAndAllBeforeIsSafe() throws Exception {
    Recorder recorder = start(new SystemDisk());
    microphone.say(sound(444));
    microphone.unplug();
    RecorderEnd end = end(recorder);
    assertThat(end.problem()).contains(new RecorderProblem.DeviceGone(1_110));
    assertThat(end.frames()).isEqualTo(444);
    assertThat(recorder.status().problems().getFirst().error().shown())
        .startsWith("The microphone is gone. Everything up to 0:00:01 is safe;")
        .endsWith("Code REC-05.");
  }

  @Test
  void aMicrophoneThatFallsSilentOrStallsIsSaid() throws Exception {
    Recorder recorder = start(new SystemDisk());
    microphone.say(new byte[19 * 800]);
    await(recorder, now -> now.safeMillis() == 19_000);
    assertThat(recorder.status().problems()).isEmpty();
    microphone.say(new byte[800]);
    await(recorder, now -> now.problems().contains(new RecorderProblem.Silent(20_000)));
    time.pass(Duration.ofSeconds(3));
    assertThat(recorder.status().problems()).contains(new RecorderProblem.Stalled(3_000));
    recorder.stop();
    end(recorder);
  }

  @Test
  void aStalledMicrophoneDoesNotHoldUpTheStop() throws Exception {
    Recorder recorder = start(new SystemDisk());
    recorder.stop();
    recorder.stop();
    assertThat(end(recorder).frames()).isZero();
  }

  @Test
  void onAFullDiskItGoesOnWithoutAGapOnceThereIsSpace() throws Exception {
    FullDisk full = new FullDisk();
    Recorder recorder = start(new WatchedDisk(new SystemDisk(), full));
    byte[] sound = sound(3_000);
    microphone.say(Arrays.copyOf(sound, 2_000));
    await(recorder, now -> now.safeMillis() == 2_500);
    full.isFull = true;
    microphone.say(Arrays.copyOfRange(sound, 2_000, 4_000));
    await(recorder, now -> now.problems().contains(new RecorderProblem.DiskFull(2_500)));
    assertThat(recorder.status().safeMillis()).isEqualTo(2_500);
    full.isFull = false;
    microphone.say(Arrays.copyOfRange(sound, 4_000, 6_000));
    await(recorder, now -> now.safeMillis() == 7_500);
    assertThat(recorder.status().problems()).isEmpty();
    recorder.stop();
    assertThat(end(recorder).problem()).isEmpty();
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(sound);
    }
  }

  @Test
  void onADiskThatStaysFullItEndsAndSaysWhatIsSafeAndWhatIsLost() throws Exception {
    FullDisk full = new FullDisk();
    Recorder recorder = start(new WatchedDisk(new SystemDisk(), full));
    byte[] sound = sound(400);
    microphone.say(sound);
    await(recorder, now -> now.safeMillis() == 1_000);
    full.isFull = true;
    while (!recorder.end().isDone()) {
      microphone.say(sound);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    RecorderEnd end = end(recorder);
    assertThat(end.problem()).contains(new RecorderProblem.DiskFull(1_000));
    assertThat(end.frames()).isEqualTo(400);
    assertThat(end.lostFrames()).isGreaterThanOrEqualTo(29 * 400);
    assertThat(repair())
        .isEqualTo(new Repaired.Recovered(ID, FORM, 400, STARTED_AT, java.util.List.of()));
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(sound);
    }
  }

  @Test
  void aDiskThatIsTooSlowForTooLongIsSaidAndTheRestIsKept() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    FullDisk guard =
        new FullDisk() {
          @Override
          public void before(String step, long grows) {
            if (step.equals("force") && isFull) {
              awaitQuietly(slow);
            }
          }
        };
    Recorder recorder = start(new WatchedDisk(new SystemDisk(), guard));
    byte[] second = sound(400);
    microphone.say(second);
    await(recorder, now -> now.safeMillis() == 1_000);
    guard.isFull = true;
    for (int i = 0; i < 40; i++) {
      microphone.say(second);
    }
    RecorderStatus status =
        await(
            recorder,
            now -> now.problems().stream().anyMatch(RecorderProblem.SoundMissed.class::isInstance));
    assertThat(status.problems()).hasAtLeastOneElementOfType(RecorderProblem.DiskSlow.class);
    assertThat(status.safeMillis()).isEqualTo(1_000);
    slow.countDown();
    await(recorder, now -> now.elapsedMillis() + missed(now) == 41_000);
    await(recorder, now -> now.elapsedMillis() == now.safeMillis());
    microphone.say(second);
    await(recorder, now -> now.elapsedMillis() + missed(now) == 42_000);
    recorder.stop();
    RecorderEnd end = end(recorder);
    assertThat(end.problem()).isEmpty();
    assertThat(end.frames() + end.lostFrames()).isEqualTo(42 * 400);
    SoundLog log = SoundLog.read(new SoundFolder(new SystemDisk(), folder()));
    assertThat(log.all(SoundEntry.Missed.class).stream().mapToLong(SoundEntry.Missed::frames).sum())
        .isEqualTo(end.lostFrames());
  }

  @Test
  void aSourceThatWaitsLosesNothingAndIsHeldInAPause() throws Exception {
    SpeechSignal signal = new SpeechSignal(FORM, new Random(3), Pace.NONE, 50_000);
    Recorder recorder = Recorder.start(signal, begin(), new Threads(), time);
    recorder.pause();
    recorder.resume();
    assertThat(end(recorder)).isEqualTo(new RecorderEnd(50_000, 0, java.util.Optional.empty()));
    byte[] expected = new byte[100_000];
    new SpeechSignal(FORM, new Random(3), Pace.NONE, 50_000).read(expected);
    try (SealedSound read = open()) {
      assertThat(all(read)).isEqualTo(expected);
    }
  }

  @Test
  void freeMinutesFollowTheDiskAndLittleSpaceIsSaid() throws Exception {
    FullDisk guard = new FullDisk();
    guard.free = 10L * 60 * 4 * 224 + 5_000;
    Recorder recorder = start(new WatchedDisk(new SystemDisk(), guard));
    RecorderStatus status = await(recorder, now -> now.freeMinutes().isPresent());
    assertThat(status.freeMinutes()).hasValue(10);
    assertThat(status.problems()).containsExactly(new RecorderProblem.LittleSpace(10));
    recorder.stop();
    end(recorder);
  }

  /** A disk that refuses to grow while it is full. */
  private static class FullDisk implements WatchedDisk.Guard {
    volatile boolean isFull;
    volatile long free = Long.MAX_VALUE;

    @Override
    public void before(String step, long grows) throws IOException {
      if (isFull && step.equals("write")) {
        throw new IOException("no space left on device");
      }
    }

    @Override
    public long freeBytes() {
      return isFull ? 0 : free;
    }
  }

  private static long missed(RecorderStatus status) {
    return status.problems().stream()
        .mapToLong(
            problem -> problem instanceof RecorderProblem.SoundMissed(long millis) ? millis : 0)
        .sum();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Recorder start(Disk disk) throws IOException {
    return Recorder.start(microphone, begin(disk), new Threads(), time);
  }

  private static RecorderEnd end(Recorder recorder) throws Exception {
    return recorder.end().get(30, TimeUnit.SECONDS);
  }

  private static RecorderStatus await(Recorder recorder, Predicate<RecorderStatus> wanted) {
    RecorderStatus status = recorder.status();
    while (!wanted.test(status)) {
      assertThat(status.safeMillis()).isLessThanOrEqualTo(status.elapsedMillis());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      status = recorder.status();
    }
    return status;
  }
}
