package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drivers that break, folders that vanish, clocks that jump. */
@Timeout(60)
class HostileInputTest extends CaptureFixture {
  private final SteppedTime time = new SteppedTime(Instant.ofEpochMilli(STARTED_AT));
  private final HandSource microphone = new HandSource(FORM);

  private Recorder start() throws IOException {
    return Recorder.start(microphone, begin(new SystemDisk()), new Threads(), time);
  }

  private static void await(Recorder recorder, Predicate<RecorderStatus> wanted) {
    while (!wanted.test(recorder.status())) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Test
  void whenItsFolderVanishesNothingOfItIsCalledSafe() throws Exception {
    Recorder recorder = start();
    microphone.say(sound(400));
    await(recorder, now -> now.safeMillis() == 1_000);
    try (var files = Files.walk(folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    microphone.say(sound(400));
    await(recorder, now -> !now.problems().isEmpty());
    assertThat(recorder.status().safeMillis()).isZero();
    recorder.stop();
    assertThat(recorder.end().get(30, TimeUnit.SECONDS).frames()).isZero();
  }

  @Test
  void aClockThatIsSetBackHidesNoSilentMicrophone() throws Exception {
    Recorder recorder = start();
    microphone.say(sound(400));
    await(recorder, now -> now.safeMillis() == 1_000);
    time.pass(Duration.ofHours(-1));
    assertThat(recorder.status().problems()).isEmpty();
    time.pass(Duration.ofMinutes(30));
    assertThat(recorder.status().problems())
        .hasAtLeastOneElementOfType(RecorderProblem.Stalled.class);
    recorder.stop();
    recorder.end().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aSourceThatBreaksInItsOwnWayIsADeviceThatIsGone() throws Exception {
    Recorder recorder = Recorder.start(new Broken(), begin(), new Threads(), time);
    assertThat(recorder.end().get(30, TimeUnit.SECONDS).problem()).isPresent();
  }

  private static final class Broken implements SoundSource {
    @Override
    public PcmForm form() {
      return FORM;
    }

    @Override
    public int read(byte[] into) {
      throw new IllegalStateException("driver");
    }

    @Override
    public boolean waits() {
      return false;
    }

    @Override
    public void close() {}
  }
}
