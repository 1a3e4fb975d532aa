package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.Signals;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Half a second of two tones, coded by the usual encoders: all of it comes out, at its place. A
 * bare stream of AAC cannot say what its encoder added, and begins a little late.
 */
class CodecsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "two-24-bit.flac, FLAC, 44100, 2, 22050, 90, 0",
    "one.flac, FLAC, 24000, 1, 12000, 90, 0",
    "two.opus, OPUS, 48000, 2, 24000, 15, 0",
    "two.ogg, VORBIS, 44100, 2, 22050, 20, 0",
    "two.mp3, MP3, 44100, 2, 22050, 20, 0",
    "one.mp3, MP3, 24000, 1, 12000, 20, 0",
    "two.m4a, M4A, 44100, 2, 22050, 20, 0",
    "one.m4a, M4A, 24000, 1, 12000, 20, 0",
    "one-in-pieces.m4a, M4A, 24000, 1, 13312, 20, 1024",
    "one.aac, AAC, 24000, 1, 13312, 20, 1024"
  })
  void everyCodecGivesBackItsSound(
      String name, SoundKind kind, int rate, int channels, long frames, double close, int late)
      throws IOException {
    Collected sound = new Collected();
    DecodingResult result = Here.decode(folder, Here.file(name), sound);
    PcmForm form = new PcmForm(rate, channels);
    assertThat(result).isEqualTo(new DecodingResult.Decoded(kind, form, frames));
    assertThat(sound.frames()).isEqualTo(frames);
    byte[] wanted = Signals.twoTones(form, rate / 2);
    byte[] had = sound.bytes();
    byte[] heard = new byte[Math.min(wanted.length, had.length - late * form.frameBytes())];
    System.arraycopy(had, late * form.frameBytes(), heard, 0, heard.length);
    assertThat(Signals.closeness(wanted, heard)).isGreaterThan(close);
  }
}
