package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several files in one, as recorders that were paused leave them and people put them together: all
 * of them come out, or it is said that they do not.
 */
class JoinedSoundTest {
  private final Collected sound = new Collected();
  @TempDir Path folder;

  private DecodingResult decode(byte[]... files) throws IOException {
    return Here.decode(folder, joined(files), sound);
  }

  private static byte[] joined(byte[]... files) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] file : files) {
      all.write(file);
    }
    return all.toByteArray();
  }

  private static byte[] tag(int padding) {
    byte[] tag = new byte[10 + 200 + padding];
    System.arraycopy("ID3\4\0\0\0\0\1\110".getBytes(StandardCharsets.ISO_8859_1), 0, tag, 0, 10);
    Arrays.fill(tag, 10, 210, (byte) 0xff);
    return tag;
  }

  private static byte[] oldTag() {
    byte[] tag = new byte[128];
    Arrays.fill(tag, (byte) 0xff);
    System.arraycopy("TAG".getBytes(StandardCharsets.ISO_8859_1), 0, tag, 0, 3);
    return tag;
  }

  @ParameterizedTest
  @CsvSource({
    "two-24-bit.flac, FLAC, 22050, 90, 0",
    "two.opus, OPUS, 24000, 15, 0",
    "two.ogg, VORBIS, 22050, 20, 0",
    "two.mp3, MP3, 22050, 20, 0",
    "one.mp3, MP3, 12000, 20, 0",
  })
  void threeFilesInOneSoundOneAfterTheOther(
      String name, SoundKind kind, int frames, double close, int late) throws IOException {
    byte[] file = Here.file(name);
    DecodingResult result = decode(file, file, file);
    PcmForm form = sound.form();
    assertThat(result).isEqualTo(new DecodingResult.Decoded(kind, form, 3L * frames));
    byte[] once = Signals.twoTones(form, frames);
    assertThat(Signals.closeness(joined(once, once, once), sound.bytes())).isGreaterThan(close);
  }

  @Test
  void streamsOfAacGoOn() throws IOException {
    byte[] file = Here.file("one.aac");
    DecodingResult result = decode(file, file);
    assertThat(result).isInstanceOf(DecodingResult.Decoded.class);
    assertThat(sound.frames()).isEqualTo(2 * 13_312);
  }

  @Test
  void wavFilesWithNotesBetween() throws IOException {
    PcmForm form = new PcmForm(8_000, 1);
    byte[] once = Signals.sine(form, 8_001, 440);
    byte[] file = joined(Wavs.of(form, once), Wavs.chunk("LIST", new byte[20]));
    assertThat(decode(file, file))
        .isEqualTo(new DecodingResult.Decoded(SoundKind.WAV, form, 16_002));
    assertThat(sound.bytes()).isEqualTo(joined(once, once));
  }

  @Test
  void longFormsOfWavToo() throws Exception {
    PcmForm form = new PcmForm(8_000, 1);
    byte[] usual = Wavs.of(form, Signals.sine(form, 8_000, 440));
    byte[] broadcast = usual.clone();
    System.arraycopy("BW64".getBytes(StandardCharsets.US_ASCII), 0, broadcast, 0, 4);
    assertThat(decode(usual, broadcast, broadcast))
        .isEqualTo(new DecodingResult.Decoded(SoundKind.WAV, form, 24_000));
  }

  @Test
  void tagsBetweenAreNoSound() throws IOException {
    byte[] file = Here.file("two.mp3");
    assertThat(decode(tag(0), file, oldTag(), tag(300), file, oldTag()))
        .isEqualTo(new DecodingResult.Decoded(SoundKind.MP3, sound.form(), 44_100));
  }

  /** Behind the lengths of the first there may be more than they say. */
  @Test
  void framesBehindThoseThatWereCountedAreHeard() throws IOException {
    byte[] file = Here.file("two.mp3");
    MpegHead lengths = MpegHead.at(file, firstFrame(file)).orElseThrow();
    byte[] bare = Arrays.copyOfRange(file, firstFrame(file) + lengths.bytes(), file.length);
    assertThat(decode(file, bare)).isInstanceOf(DecodingResult.Decoded.class);
    assertThat(sound.frames()).isGreaterThanOrEqualTo(44_100);
  }

  private static int firstFrame(byte[] file) {
    int at = 0;
    while (!MpegHead.isChain(file, at)) {
      at++;
    }
    return at;
  }

  @ParameterizedTest
  @ValueSource(strings = {"two.opus", "two.ogg", "two-24-bit.flac", "two.mp3"})
  void oneThatIsCutOffBeforeTheNextIsSaid(String name) throws IOException {
    byte[] file = Here.file(name);
    DecodingResult result = decode(Arrays.copyOf(file, file.length * 8 / 10), file);
    assertThat(result)
        .isInstanceOfSatisfying(
            DecodingResult.CutShort.class,
            cut -> assertThat(cut.why()).isEqualTo(DecodingTrouble.DAMAGED));
    assertThat(sound.frames()).isGreaterThanOrEqualTo(22_050);
  }

  @ParameterizedTest
  @CsvSource({"two.mp3, one.mp3", "two-24-bit.flac, one.flac", "two.opus, two.ogg"})
  void oneInAnotherFormIsSaid(String first, String second) throws IOException {
    DecodingResult result = decode(Here.file(first), Here.file(second));
    assertThat(result)
        .isInstanceOfSatisfying(
            DecodingResult.CutShort.class,
            cut -> assertThat(cut.why()).isEqualTo(DecodingTrouble.MIXED));
    assertThat(sound.frames()).isBetween(22_050L, 24_000L);
  }

  /** A second stream whose first page is lost cannot be heard. */
  @Test
  void aStreamWithoutItsBeginningIsSaid() throws IOException {
    byte[] file = Here.file("two.opus");
    byte[] other = file.clone();
    int second = 28;
    while (!KindGuess.is(other, second, "OggS")) {
      second++;
    }
    byte[] rest = Arrays.copyOfRange(other, second, other.length);
    assertThat(decode(file, rest)).isInstanceOf(DecodingResult.CutShort.class);
    assertThat(sound.frames()).isEqualTo(24_000);
  }

  @Test
  void whatIsNoSoundAtTheEndDoesNotMatter() throws IOException {
    for (String name : new String[] {"two.opus", "two-24-bit.flac", "two.mp3"}) {
      Collected had = new Collected();
      byte[] file =
          joined(Here.file(name), new byte[100], "made by hand".getBytes(StandardCharsets.UTF_8));
      assertThat(Here.decode(folder, file, had))
          .as(name)
          .isInstanceOf(DecodingResult.Decoded.class);
    }
  }
}
