package dev.throughline.desktop.sound.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  private static float[] change(int from, int to, double hertz) {
    Resampler resampler = new Resampler(from, to);
    float[] in = new float[from / 100];
    float[] out = new float[resampler.most(in.length)];
    float[] all = new float[to];
    int count = 0;
    for (int block = 0; block < 100; block++) {
      for (int i = 0; i < in.length; i++) {
        in[i] = (float) Math.sin(2 * Math.PI * hertz * (block * in.length + i) / from);
      }
      int written = resampler.take(in, in.length, out);
      System.arraycopy(out, 0, all, count, written);
      count += written;
    }
    int rest = resampler.finish(out, to);
    System.arraycopy(out, 0, all, count, rest);
    assertThat(count + rest).isEqualTo(to);
    return all;
  }

  /** Away from both ends, where silence begins and the filter sees it. */
  private static double worst(float[] had, int rate, double hertz, double loudness) {
    double worst = 0;
    for (int i = rate / 10; i < rate * 9 / 10; i++) {
      double wanted = loudness * Math.sin(2 * Math.PI * hertz * i / rate);
      worst = Math.max(worst, Math.abs(wanted - had[i]));
    }
    return worst;
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 48000, 1000",
    "44100, 48000, 15000",
    "16000, 48000, 440",
    "16000, 48000, 6500",
    "8000, 48000, 3000",
    "48000, 48000, 10000",
    "96000, 48000, 15000",
    "11025, 48000, 2500",
    "47900, 48000, 1000"
  })
  void whatBothRatesHoldStays(int from, int to, double hertz) {
    assertThat(worst(change(from, to, hertz), to, hertz, 1)).isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({"96000, 48000, 30000", "192000, 48000, 60000"})
  void whatTheNewRateCannotHoldIsTakenOut(int from, int to, double hertz) {
    assertThat(worst(change(from, to, hertz), to, 0, 0)).isLessThan(0.01);
  }
}
