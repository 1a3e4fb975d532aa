package dev.throughline.desktop.sound.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmInMemory;
import dev.throughline.desktop.sound.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {
  private static final int RATE = 48_000;
  private static final int FRAMES = 2 * RATE;
  private static final PcmForm MONO = new PcmForm(RATE, 1);

  private static byte[] stretch(PcmForm form, byte[] pcm, double speed) throws IOException {
    Stretch stretch = new Stretch(new PcmInMemory(form, pcm));
    stretch.begin(0);
    byte[] step = new byte[stretch.step() * form.frameBytes()];
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (stretch.next(speed, step)) {
      all.writeBytes(step);
    }
    return all.toByteArray();
  }

  /** By the ways up through the middle, first to last. */
  private static double hertz(byte[] pcm, int from, int to) {
    double first = -1;
    double last = -1;
    int ways = -1;
    for (int i = from; i < to; i++) {
      int before = Signals.sample(pcm, i - 1);
      int now = Signals.sample(pcm, i);
      if (before < 0 && now >= 0) {
        last = i - (double) now / (now - before);
        first = first < 0 ? last : first;
        ways++;
      }
    }
    return ways * RATE / (last - first);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 110",
    "0.5, 440",
    "0.75, 220",
    "0.9, 440",
    "1.1, 440",
    "1.25, 150",
    "1.5, 440",
    "2, 110",
    "2, 440",
    "2, 1234",
    "3, 440",
    "3, 220"
  })
  void thePitchStaysAndNothingClicks(double speed, double pitch) throws IOException {
    byte[] had = stretch(MONO, Signals.sine(MONO, FRAMES, pitch), speed);
    int frames = had.length / 2;
    assertThat(Math.abs(frames - FRAMES / speed)).isLessThan(RATE * 0.015);
    int to = frames - 2_000;
    assertThat(hertz(had, 2_000, to) / pitch).isBetween(0.99, 1.01);
    // No two neighbours are further apart than in the steepest part of the wave, and a little.
    double steepest = 0.5 * Short.MAX_VALUE * 2 * Math.PI * pitch / RATE;
    for (int i = 2_000; i < to; i++) {
      int step = Math.abs(Signals.sample(had, i) - Signals.sample(had, i - 1));
      assertThat(step).isLessThan((int) (1.5 * steepest + 50));
    }
  }

  @Test
  void theLoudnessStays() throws IOException {
    byte[] had = stretch(MONO, Signals.sine(MONO, FRAMES, 330), 1.7);
    int loudest = 0;
    for (int i = 2_000; i < had.length / 2 - 2_000; i++) {
      loudest = Math.max(loudest, Signals.sample(had, i));
    }
    assertThat(loudest).isBetween(15_900, 16_600);
  }

  @Test
  void channelsStayTogether() throws IOException {
    PcmForm stereo = new PcmForm(RATE, 2);
    byte[] had = stretch(stereo, Signals.sine(stereo, RATE, 500), 1.4);
    for (int i = 0; i + 1 < had.length / 2; i += 2) {
      assertThat(Signals.sample(had, i)).isEqualTo(Signals.sample(had, i + 1));
    }
  }

  @Test
  void plainSoundCanFollowWithoutAStep() throws IOException {
    byte[] tone = Signals.sine(MONO, FRAMES, 300);
    Stretch stretch = new Stretch(new PcmInMemory(MONO, tone));
    stretch.begin(4_800);
    byte[] step = new byte[stretch.step() * 2];
    for (int i = 0; i < 20; i++) {
      stretch.next(1.6, step);
    }
    int last = Signals.sample(step, stretch.step() - 1);
    int next = Signals.sample(tone, (int) stretch.follows());
    assertThat(Math.abs(next - last)).isLessThan(1_000);
  }
}
