package dev.throughline.desktop.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavFileTest {
  private static final PcmForm FORM = new PcmForm(48_000, 2);

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 1_000_000, 4_294_967_216L, 4_294_967_296L, 40_000_000_000L})
  void aHeadIsReadAsItWasWritten(long bytes) throws IOException {
    WavFile wav = new WavFile(FORM, bytes);
    byte[] head = wav.head();
    assertThat(WavFile.read(new ByteArrayInputStream(head))).isEqualTo(wav);
    assertThat(wav.fileBytes()).isEqualTo(head.length + bytes);
  }

  @Test
  void whatRiffCannotSayIsSaidByRf64() {
    assertThat(start(new WavFile(FORM, 1_000))).isEqualTo("RIFF");
    assertThat(start(new WavFile(FORM, 5_000_000_000L))).isEqualTo("RF64");
  }

  private static String start(WavFile wav) {
    return new String(wav.head(), 0, 4, StandardCharsets.US_ASCII);
  }

  @Test
  void anyOtherHeadIsRefused() {
    byte[] head = new WavFile(FORM, 1_000).head();
    for (int i = 0; i < head.length; i++) {
      byte[] bent = head.clone();
      bent[i] ^= (byte) 0x80;
      assertThatThrownBy(() -> WavFile.read(new ByteArrayInputStream(bent)))
          .as("byte %d", i)
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> WavFile.read(new ByteArrayInputStream(new byte[20])))
        .isInstanceOf(IOException.class);
  }
}
