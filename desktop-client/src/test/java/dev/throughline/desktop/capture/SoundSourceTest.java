package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class SoundSourceTest extends CaptureFixture {
  private static final PcmForm CD = new PcmForm(44_100, 2);

  @Test
  void aWavFileIsPlayedSampleBySample() throws Exception {
    byte[] sound = sound(9_000);
    Path file = temp.resolve("talk.wav");
    AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(sound), format, 4_500),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    try (SoundSource source = StreamSource.wav(file, Pace.NONE)) {
      assertThat(source.form()).isEqualTo(CD);
      assertThat(all(source)).isEqualTo(sound);
      assertThat(source.read(new byte[8])).isEqualTo(-1);
    }
  }

  @Test
  void whatIsNoWavFileIsRefused() throws Exception {
    Path file = Files.write(temp.resolve("talk.wav"), sound(100));
    assertThatThrownBy(() -> StreamSource.wav(file, Pace.NONE)).isInstanceOf(IOException.class);
  }

  @Test
  void aRawFileIsPlayedAtItsPace() throws Exception {
    byte[] sound = sound(1_000);
    Path file = Files.write(temp.resolve("talk.raw"), sound);
    List<Duration> waits = new ArrayList<>();
    try (SoundSource source = StreamSource.raw(file, FORM, waits::add)) {
      assertThat(source.read(new byte[800])).isEqualTo(800);
      assertThat(source.read(new byte[800])).isEqualTo(800);
    }
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aSignalIsTheSameForTheSameNumbersHoweverItIsRead() throws Exception {
    byte[] once = new byte[CD.frameBytes() * 44_100];
    try (SoundSource signal = new SpeechSignal(CD, new Random(4), Pace.NONE, 44_100)) {
      assertThat(signal.read(once)).isEqualTo(once.length);
    }
    try (SoundSource signal = new SpeechSignal(CD, new Random(4), Pace.NONE, 44_100)) {
      assertThat(all(signal)).isEqualTo(once);
    }
    LevelMeter meter = new LevelMeter(CD);
    meter.add(once, once.length);
    assertThat(meter.level().held()).isBetween(-40.0, -3.0);
    assertThat(meter.level().isClipping()).isFalse();
  }

  @Test
  void withoutAMicrophoneThereIsOneClearSentence() {
    PcmForm form = new PcmForm(48_000, 1);
    if (SoundCard.inputs(form).isEmpty()) {
      assertThatThrownBy(() -> SoundCard.open(form))
          .isInstanceOfSatisfying(
              UserError.class,
              error ->
                  assertThat(error.shown())
                      .startsWith("No microphone was found. Nothing was recorded;")
                      .endsWith("Code REC-10."));
    }
  }

  private static byte[] all(SoundSource source) throws IOException {
    byte[] all = new byte[1 << 20];
    byte[] step = new byte[1_236];
    int length = 0;
    for (int count = source.read(step); count >= 0; count = source.read(step)) {
      System.arraycopy(step, 0, all, length, count);
      length += count;
    }
    return Arrays.copyOf(all, length);
  }
}
