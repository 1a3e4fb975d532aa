package dev.throughline.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundSourceTest extends CaptureFixture {
  private static final PcmForm CD = new PcmForm(44_100, 2);

  @Test
  void aWavFileIsPlayedSampleBySample() throws Exception {
    byte[] sound = sound(9_000);
    Path file = temp.resolve("talk.wav");
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(18_036).put(ascii("WAVEfmt ")).putInt(16);
    head.putShort((short) 1).putShort((short) 2).putInt(44_100).putInt(176_400);
    head.putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt(0);
    Files.write(file, head.array());
    Files.write(file, sound, StandardOpenOption.APPEND);
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

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
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
