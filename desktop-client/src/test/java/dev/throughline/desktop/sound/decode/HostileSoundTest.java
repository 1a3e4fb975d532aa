package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.Signals;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie, end early or were damaged: an answer in words, never more than there is. */
@Timeout(120)
class HostileSoundTest {
  private static final PrintStream ERR = System.err;
  private static final int ROUNDS = 60;

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_127);
  private final Collected sound = new Collected();
  @TempDir Path folder;

  /** Some codecs write of every damage they meet; in a process of its own nobody reads that. */
  @BeforeAll
  static void quiet() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @AfterAll
  static void loud() {
    System.setErr(ERR);
  }

  private DecodingResult decode(byte[] file) throws IOException {
    return Here.decode(folder, file, sound);
  }

  private static DecodingTrouble why(DecodingResult result) {
    return switch (result) {
      case DecodingResult.Refused(DecodingTrouble why) -> why;
      case DecodingResult.CutShort cut -> cut.why();
      case DecodingResult.Decoded decoded ->
          throw new AssertionError("it should not be whole: " + decoded);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two-24-bit.flac",
        "one.flac",
        "two.opus",
        "two.ogg",
        "two.mp3",
        "two.m4a",
        "one-in-pieces.m4a",
        "one.aac"
      })
  void aFileCutInTheMiddleIsNamedSoAndNothingIsInvented(String name) throws IOException {
    byte[] file = Here.file(name);
    DecodingResult result = decode(Arrays.copyOf(file, file.length * 6 / 10));
    assertThat(why(result)).isIn(DecodingTrouble.CUT, DecodingTrouble.DAMAGED);
    assertThat(sound.frames()).isLessThan(24_000);
  }

  /** Half of the sound lies before the cut, but for files whose directory stands at the end. */
  @ParameterizedTest
  @ValueSource(strings = {"two-24-bit.flac", "two.mp3", "one-in-pieces.m4a", "one.aac"})
  void whatLiesBeforeACutIsKept(String name) throws IOException {
    byte[] file = Here.file(name);
    decode(Arrays.copyOf(file, file.length * 6 / 10));
    byte[] wanted = Signals.twoTones(sound.form(), sound.form().rate() / 2);
    assertThat(sound.frames()).isGreaterThan(sound.form().rate() / 8);
    assertThat(sound.bytes().length).isLessThan(wanted.length);
  }

  @Test
  void aHurtFrameOfFlacBecomesSilenceAndTheRestStaysAtItsTime() throws IOException {
    byte[] file = Here.file("two-24-bit.flac");
    file[file.length / 2] ^= 0x10;
    assertThat(why(decode(file))).isEqualTo(DecodingTrouble.DAMAGED);
    assertThat(sound.frames()).isEqualTo(22_050);
    byte[] wanted = Signals.twoTones(sound.form(), 22_050);
    int last = 4_000 * 4;
    byte[] end = Arrays.copyOfRange(wanted, wanted.length - last, wanted.length);
    byte[] had = sound.bytes();
    assertThat(Signals.closeness(end, Arrays.copyOfRange(had, had.length - last, had.length)))
        .isGreaterThan(80);
  }

  @Test
  void aHeadOfFlacThatPromisesTenGigabytesGetsWhatIsThere() throws IOException {
    byte[] file = Here.file("one.flac");
    file[21] |= 0x0f;
    DecodingResult result = decode(file);
    assertThat(why(result)).isEqualTo(DecodingTrouble.CUT);
    assertThat(sound.frames()).isEqualTo(12_000);
  }

  @Test
  void anOggPageThatPromisesHoursGetsWhatIsThere() throws IOException {
    byte[] file = Here.file("two.opus");
    int last = lastPage(file);
    file[last + 6 + 5] = 0x7f;
    file[last + 14] ^= 1;
    assertThat(why(decode(file))).isIn(DecodingTrouble.CUT, DecodingTrouble.DAMAGED);
    assertThat(sound.frames()).isLessThan(48_000);
  }

  private static int lastPage(byte[] file) {
    int last = 0;
    for (int at = 0; at + 4 < file.length; at++) {
      last = KindGuess.is(file, at, "OggS") ? at : last;
    }
    return last;
  }

  @Test
  void randomBytesAreNoSound() throws IOException {
    byte[] noise = new byte[300_000];
    for (int i = 0; i < 20; i++) {
      random.nextBytes(noise);
      assertThat(decode(noise)).isEqualTo(new DecodingResult.Refused(DecodingTrouble.UNKNOWN));
    }
  }

  @Test
  void anEmptyFileAndATextAreRefused() throws IOException {
    assertThat(why(decode(new byte[0]))).isEqualTo(DecodingTrouble.EMPTY);
    assertThat(why(decode("RIFFLE".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(DecodingTrouble.UNKNOWN);
  }

  /** Bytes changed, lengths changed, pieces doubled, cut out or taken from elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "one.flac",
        "two.opus",
        "two.ogg",
        "one.mp3",
        "one.m4a",
        "one-in-pieces.m4a",
        "one.aac"
      })
  void damagedCopiesNeverDoMoreThanTheyCan(String name) throws IOException {
    byte[] good = Here.file(name);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = damage(good.clone());
      Collected had = new Collected();
      DecodingResult result = Here.decode(folder, bad, had);
      long said =
          switch (result) {
            case DecodingResult.Refused _ -> 0;
            case DecodingResult.CutShort cut -> cut.frames();
            case DecodingResult.Decoded decoded -> decoded.frames();
          };
      assertThat(had.frames()).as("round %s", round).isEqualTo(said);
    }
  }

  private byte[] damage(byte[] file) {
    int times = 1 + random.nextInt(8);
    byte[] bad = file;
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(600, bad.length) : bad.length);
      switch (random.nextInt(5)) {
        case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bad[at] = (byte) 0xff;
        case 2 -> Arrays.fill(bad, at, Math.min(bad.length, at + 4), (byte) random.nextInt());
        case 3 -> bad = Arrays.copyOf(bad, Math.max(50, at));
        default -> {
          int from = random.nextInt(bad.length);
          int length = Math.min(random.nextInt(200), bad.length - Math.max(from, at));
          System.arraycopy(bad, from, bad, at, length);
        }
      }
    }
    return bad;
  }

  /** The same in processes of their own, which have little memory: this one stays as it was. */
  @Test
  void lyingDirectoriesOfM4aStayWithinTheLimits() throws IOException {
    byte[] good = Here.file("one.m4a");
    try (ThreadBackground background = new ThreadBackground()) {
      var limits = new DecodingLimits(32, Duration.ofSeconds(10), Duration.ofMinutes(1), 1 << 20);
      Decoding decoding = new Decoding(background, limits);
      for (String table : new String[] {"stsz", "stsc", "stco", "esds"}) {
        byte[] bad = good.clone();
        int at = find(bad, table);
        Arrays.fill(bad, at + 8, at + 16, (byte) 0x7f);
        Path file = Files.write(folder.resolve(table), bad);
        Collected had = new Collected();
        DecodingResult result = decoding.decode(file, had);
        assertThat(result)
            .isNotEqualTo(new DecodingResult.Refused(DecodingTrouble.STUCK))
            .isNotEqualTo(new DecodingResult.Refused(DecodingTrouble.UNREADABLE));
        assertThat(had.frames()).isLessThanOrEqualTo(14_000);
      }
    }
  }

  private static int find(byte[] file, String name) {
    int at = 0;
    while (!KindGuess.is(file, at, name)) {
      at++;
    }
    return at;
  }

  @Test
  void manyChannelsAreNoRecording() throws IOException {
    byte[] fmt = Wavs.fmt(Wavs.WHOLE, 9, 8_000, 2);
    byte[] file = Wavs.file("RIFF", 99, Wavs.chunk("fmt ", fmt), Wavs.chunk("data", new byte[180]));
    assertThat(why(decode(file))).isEqualTo(DecodingTrouble.FORM);
  }
}
