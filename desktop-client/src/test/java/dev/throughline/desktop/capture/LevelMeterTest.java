package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.desktop.sound.PcmForm;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
  private static final PcmForm FORM = new PcmForm(1_000, 1);
  private final LevelMeter meter = new LevelMeter(FORM);

  @Test
  void aToneOfHalfTheScaleHasItsPeakAndItsMean() {
    add(square(16_384, 50));
    assertThat(meter.level().peak()).isCloseTo(-6.02, within(0.01));
    assertThat(meter.level().rms()).isCloseTo(-6.02, within(0.01));
    add(square(0, 50));
    assertThat(meter.level().peak()).isEqualTo(Level.FLOOR);
    assertThat(meter.level().held()).isCloseTo(-6.02, within(0.01));
  }

  @Test
  void theHighestPeakIsHeldForASecondAndAHalf() {
    add(square(32_000, 50));
    add(square(100, 1_450));
    assertThat(meter.level().held()).isCloseTo(-0.2, within(0.01));
    add(square(100, 50));
    assertThat(meter.level().held()).isCloseTo(-50.3, within(0.01));
  }

  @Test
  void samplesInARowAtFullScaleAreClippingAndASingleOneIsNot() {
    add(new short[] {32_767, 5, -32_768, 5});
    add(square(5, 46));
    assertThat(meter.level().isClipping()).isFalse();
    add(new short[] {32_767, 32_767, 32_767});
    add(square(5, 47));
    assertThat(meter.level().isClipping()).isTrue();
    add(square(5, 1_500));
    assertThat(meter.level().isClipping()).isFalse();
  }

  @Test
  void silenceIsCountedUntilSomethingIsHeard() {
    add(square(20, 21_000));
    assertThat(meter.level().silentMillis()).isEqualTo(21_000);
    add(square(200, 50));
    assertThat(meter.level().silentMillis()).isZero();
  }

  private static short[] square(int amount, int samples) {
    short[] square = new short[samples];
    for (int i = 0; i < samples; i++) {
      square[i] = (short) (i % 2 == 0 ? amount : -amount);
    }
    return square;
  }

  private void add(short[] samples) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    meter.add(bytes, bytes.length);
  }
}
