package dev.throughline.desktop.sound.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmInMemory;
import dev.throughline.desktop.sound.Signals;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.sound.decode.DecodingResult;
import dev.throughline.desktop.sound.decode.SoundKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OpusProxyTest {
  private static final PcmForm OPUS = new PcmForm(48_000, 1);

  @TempDir Path folder;

  private static byte[] proxy(PcmForm form, byte[] pcm) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpusProxy.write(new PcmInMemory(form, pcm), out);
    return out.toByteArray();
  }

  private Collected decode(byte[] proxy, long frames) throws IOException {
    Path file = Files.write(folder.resolve("proxy"), proxy);
    Collected sound = new Collected();
    try (ThreadBackground background = new ThreadBackground()) {
      DecodingResult result = new Decoding(background, DecodingLimits.USUAL).decode(file, sound);
      assertThat(result).isEqualTo(new DecodingResult.Decoded(SoundKind.OPUS, OPUS, frames));
    }
    return sound;
  }

  /** The length is right to the sample; 440 Hz are heard as they were. */
  @ParameterizedTest
  @CsvSource({
    "48000, 1, 96001",
    "48000, 1, 960",
    "44100, 2, 44101",
    "16000, 1, 31999",
    "8000, 1, 1"
  })
  void theProxyIsAsLongAsTheSource(int rate, int channels, int frames) throws IOException {
    PcmForm form = new PcmForm(rate, channels);
    long wanted = Math.ceilDiv(frames * 48_000L, rate);
    Collected sound = decode(proxy(form, Signals.sine(form, frames, 440)), wanted);
    byte[] same = Signals.sine(OPUS, (int) wanted, 440);
    if (wanted > 5_000) {
      assertThat(Signals.closeness(same, sound.bytes())).isGreaterThan(20);
    }
  }

  @Test
  void anEmptyRecordingHasAProxyThatHoldsNothing() throws IOException {
    byte[] proxy = proxy(OPUS, new byte[0]);
    Path file = Files.write(folder.resolve("proxy"), proxy);
    try (ThreadBackground background = new ThreadBackground()) {
      DecodingResult result =
          new Decoding(background, DecodingLimits.USUAL).decode(file, new Collected());
      assertThat(result).isInstanceOf(DecodingResult.Refused.class);
    }
  }

  @Test
  void theLoudestNoiseAndSuddenSilenceHaveAProxyToo() throws IOException {
    PcmForm form = new PcmForm(22_050, 1);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_127);
    byte[] pcm =
        Signals.pcm(form, 44_100, at -> at / 3_000 % 2 == 0 ? 0 : random.nextBoolean() ? 1 : -1);
    decode(proxy(form, pcm), 96_000);
  }

  @Test
  void thirtyTwoKilobitsASecondAreNotExceeded() throws IOException {
    PcmForm form = new PcmForm(16_000, 1);
    byte[] proxy = proxy(form, Signals.sine(form, 16_000 * 20, 300));
    assertThat(proxy.length).isLessThan(20 * 32_000 / 8 * 11 / 10);
  }

  @Test
  void theSameSoundGivesTheSameBytes() throws IOException {
    byte[] pcm = Signals.sine(OPUS, 48_000, 700);
    assertThat(proxy(OPUS, pcm)).isEqualTo(proxy(OPUS, pcm));
  }
}
