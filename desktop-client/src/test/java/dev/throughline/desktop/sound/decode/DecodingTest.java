package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files decoded as the program does it: in a process of its own. */
@Timeout(60)
class DecodingTest {
  private static final PcmForm FORM = new PcmForm(8_000, 1);

  private final ThreadBackground background = new ThreadBackground();
  @TempDir Path folder;

  @AfterEach
  void end() {
    background.close();
  }

  private Decoding decoding() {
    return new Decoding(background, DecodingLimits.USUAL);
  }

  private Decoding strict(Class<?> process) {
    var limits = new DecodingLimits(32, Duration.ofSeconds(2), Duration.ofSeconds(10), 1 << 18);
    return new Decoding(background, limits, process);
  }

  private Path wav(int frames) throws IOException {
    return Files.write(folder.resolve("a.mp3"), Wavs.of(FORM, Signals.sine(FORM, frames, 440)));
  }

  @Test
  void aWrongEndingStillWorks() throws IOException {
    Collected sound = new Collected();
    DecodingResult result = decoding().decode(wav(8_000), sound);
    assertThat(result).isEqualTo(new DecodingResult.Decoded(SoundKind.WAV, FORM, 8_000));
    assertThat(sound.bytes()).isEqualTo(Signals.sine(FORM, 8_000, 440));
  }

  /** The file carries a sum over its samples, which the decoder compares. */
  @Test
  void speechInFlacComesOutWhole() throws IOException {
    Path sample =
        Stream.of("../../shared/samples", "../shared/samples")
            .map(samples -> Path.of(samples, "audio", "jfk.flac"))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(Path.of("jfk.flac"));
    assumeTrue(Files.isRegularFile(sample), "the sample audio/jfk.flac is not here");
    Collected sound = new Collected();
    assertThat(decoding().decode(sample, sound)).isInstanceOf(DecodingResult.Decoded.class);
    assertThat(sound.form().millis(sound.frames())).isEqualTo(11_000);
  }

  @Test
  void aFileThatIsNotThereIsRefused() throws IOException {
    DecodingResult result = decoding().decode(folder.resolve("none.wav"), new Collected());
    assertThat(result).isEqualTo(new DecodingResult.Refused(DecodingTrouble.UNREADABLE));
  }

  @Test
  void aDecoderThatStandsStillIsEnded() throws IOException {
    DecodingResult result = strict(Stubborn.class).decode(wav(8), new Collected());
    assertThat(result).isEqualTo(new DecodingResult.Refused(DecodingTrouble.STUCK));
  }

  @Test
  void aDecoderThatWantsTooMuchMemoryHarmsNobody() throws IOException {
    DecodingResult result = strict(Greedy.class).decode(wav(8), new Collected());
    assertThat(result).isEqualTo(new DecodingResult.Refused(DecodingTrouble.DIED));
  }

  @Test
  void anAnswerThatIsNoneIsNotBelieved() throws IOException {
    DecodingResult result = strict(Liar.class).decode(wav(8), new Collected());
    assertThat(result).isEqualTo(new DecodingResult.Refused(DecodingTrouble.DIED));
  }

  @Test
  void whatIsTooLongIsTakenUpToTheLimit() throws IOException {
    Collected sound = new Collected();
    DecodingResult result = strict(DecodingProcess.class).decode(wav(8_000 * 11), sound);
    assertThat(result)
        .isEqualTo(
            new DecodingResult.CutShort(SoundKind.WAV, FORM, 80_000, DecodingTrouble.TOO_LONG));
    assertThat(sound.frames()).isEqualTo(80_000);
  }

  @Test
  void whatHoldsTooMuchIsTakenUpToTheLimit() throws IOException {
    PcmForm wide = new PcmForm(8_000, 8);
    byte[] file = Wavs.of(wide, Signals.sine(wide, 8_000 * 3, 440));
    Collected sound = new Collected();
    strict(DecodingProcess.class).decode(Files.write(folder.resolve("wide"), file), sound);
    assertThat(sound.bytes()).hasSize(1 << 18);
  }

  @Test
  void whatTheTargetCannotTakeIsTheTargetsTrouble() throws IOException {
    Path file = wav(8_000);
    PcmTarget full =
        new PcmTarget() {
          @Override
          public void begin(PcmForm form) {}

          @Override
          public void take(byte[] pcm, int length) throws IOException {
            throw new IOException("no room");
          }
        };
    assertThatThrownBy(() -> decoding().decode(file, full)).hasMessage("no room");
  }

  /** Does nothing for ever. */
  static final class Stubborn {
    private Stubborn() {}

    static void main() throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  /** Takes all there is. */
  static final class Greedy {
    private Greedy() {}

    static void main() {
      System.exit(new byte[Integer.MAX_VALUE - 8].length);
    }
  }

  /** Promises two gigabytes of samples before it says in what form. */
  static final class Liar {
    private Liar() {}

    static void main() {
      System.out.write(new byte[] {'S', 0x7f, -1, -1, -1}, 0, 5);
      System.out.flush();
    }
  }
}
