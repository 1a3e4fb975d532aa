package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Eight hours of sound, as fast as they go through. */
class LongRecordingTest extends CaptureFixture {
  private static final PcmForm NARROW = new PcmForm(400, 1);
  private static final long HOUR = 3_600L * 400;
  private static final long LIVE_BYTES_MAX = 8 << 20;

  @Test
  void eightHoursTakeNoMoreMemoryThanOne() throws Exception {
    SoundWriter writer =
        SoundWriter.create(
            new WatchedDisk(new SystemDisk(), new Unforced()),
            folder(),
            ID,
            NARROW,
            SECRET,
            new SecureRandom(),
            STARTED_AT);
    Measured source = new Measured(new SpeechSignal(NARROW, new Random(8), Pace.NONE, 8 * HOUR));
    Recorder recorder = Recorder.start(source, writer, new Threads(), InstantSource.system());
    assertThat(recorder.end().get(120, TimeUnit.SECONDS).frames()).isEqualTo(8 * HOUR);
    assertThat(source.inLastHour - source.inSecondHour).isLessThan(LIVE_BYTES_MAX);
    try (SealedSound read = open()) {
      assertThat(read.frames()).isEqualTo(8 * HOUR);
      byte[] last = new byte[800];
      assertThat(read.read(8 * HOUR - 400, last)).isEqualTo(400);
    }
  }

  private static final class Unforced implements WatchedDisk.Guard {
    @Override
    public void before(String step, long grows) {}

    @Override
    public boolean forces() {
      return false;
    }
  }

  /** Looks at what lives in memory after an hour, and before the last one is over. */
  private static final class Measured implements SoundSource {
    private final SoundSource inner;
    private long frames;
    private long inSecondHour;
    private long inLastHour;

    Measured(SoundSource inner) {
      this.inner = inner;
    }

    @Override
    public PcmForm form() {
      return inner.form();
    }

    @Override
    public int read(byte[] into) throws IOException {
      int count = inner.read(into);
      frames += count / NARROW.frameBytes();
      if (inSecondHour == 0 && frames > HOUR) {
        inSecondHour = liveBytes();
      }
      if (inLastHour == 0 && frames > 8 * HOUR - NARROW.rate()) {
        inLastHour = liveBytes();
      }
      return count;
    }

    @Override
    public boolean waits() {
      return true;
    }

    @Override
    public void close() {
      inner.close();
    }

    private static long liveBytes() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
