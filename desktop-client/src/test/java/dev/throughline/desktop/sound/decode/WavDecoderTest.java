package dev.throughline.desktop.sound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sound.Collected;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.Signals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavDecoderTest {
  private static final PcmForm FORM = new PcmForm(16_000, 1);
  private static final byte[] TONE = Signals.sine(FORM, 1_000, 440);
  private static final byte[] FMT = Wavs.chunk("fmt ", Wavs.fmt(Wavs.WHOLE, 1, 16_000, 2));

  private final Collected sound = new Collected();
  @TempDir Path folder;

  private DecodingResult decode(byte[] file) throws IOException {
    return Here.decode(folder, file, sound);
  }

  private void assertWhole(byte[] file, byte[] wanted) throws IOException {
    assertThat(decode(file)).isInstanceOf(DecodingResult.Decoded.class);
    assertThat(sound.bytes()).isEqualTo(wanted);
  }

  private void assertCut(byte[] file, DecodingTrouble why, long frames) throws IOException {
    assertThat(decode(file))
        .isEqualTo(new DecodingResult.CutShort(SoundKind.WAV, FORM, frames, why));
    assertThat(sound.frames()).isEqualTo(frames);
  }

  private static byte[] of(int coding, int bytes, ByteBuffer samples) {
    byte[] fmt = Wavs.fmt(coding, 1, 16_000, bytes);
    return Wavs.file("RIFF", 99, Wavs.chunk("fmt ", fmt), Wavs.chunk("data", samples.array()));
  }

  private static byte[] pcm(int... samples) {
    ByteBuffer bytes = room(2 * samples.length);
    for (int sample : samples) {
      bytes.putShort((short) sample);
    }
    return bytes.array();
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void sixteenBitsComeOutUnchanged() throws IOException {
    assertWhole(Wavs.of(FORM, TONE), TONE);
  }

  @Test
  void eightBitsHaveNoSign() throws IOException {
    ByteBuffer samples = room(3).put((byte) 0).put((byte) 128).put((byte) 255);
    assertWhole(of(Wavs.WHOLE, 1, samples), pcm(-32_768, 0, 127 << 8));
  }

  @Test
  void twentyFourAndThirtyTwoBitsAreRounded() throws IOException {
    byte[] three = {0x7f, 0x34, 0x12, (byte) 0x80, 0x34, 0x12, -1, -1, 0x7f};
    assertWhole(of(Wavs.WHOLE, 3, ByteBuffer.wrap(three)), pcm(0x1234, 0x1235, 32_767));
  }

  @Test
  void floatingPointBeyondOneIsTheLoudest() throws IOException {
    ByteBuffer samples = room(16).putFloat(0.5f).putFloat(-2).putFloat(Float.NaN).putFloat(9);
    assertWhole(of(Wavs.FLOATING, 4, samples), pcm(16_384, -32_768, 0, 32_767));
  }

  @Test
  void theExtensibleFormSaysItsCodingLater() throws IOException {
    ByteBuffer fmt = room(40).put(Wavs.fmt(0xfffe, 1, 16_000, 4)).putShort((short) 22);
    fmt.putShort((short) 32).putInt(0).putShort((short) Wavs.FLOATING);
    ByteBuffer samples = room(4).putFloat(-0.25f);
    byte[] file =
        Wavs.file("RIFF", 99, Wavs.chunk("fmt ", fmt.array()), Wavs.chunk("data", samples.array()));
    assertWhole(file, pcm(-8_192));
  }

  @Test
  void oddChunksBeforeAndBehindArePassedOver() throws IOException {
    byte[] note = Wavs.chunk("note", new byte[] {1, 2, 3});
    assertWhole(Wavs.file("RIFF", 99, note, FMT, note, Wavs.chunk("data", TONE), note), TONE);
  }

  @Test
  void longFilesSayTheirLengthElsewhere() throws IOException {
    byte[] lengths = room(28).putLong(99).putLong(TONE.length).array();
    byte[] data = Wavs.lying("data", 0xffff_ffffL, TONE);
    byte[] note = Wavs.chunk("note", new byte[40]);
    byte[] file = Wavs.file("RF64", 0xffff_ffffL, Wavs.chunk("ds64", lengths), FMT, data, note);
    assertWhole(file, TONE);
  }

  @Test
  void whatWasWrittenIntoAPipeGoesToTheEnd() throws IOException {
    byte[] data = Wavs.lying("data", 0xffff_ffffL, TONE);
    assertWhole(Wavs.file("RIFF", 0xffff_ffffL, FMT, data), TONE);
  }

  @Test
  void aRecorderThatDiedLeavesAllItsSound() throws IOException {
    byte[] data = Wavs.lying("data", 0, TONE);
    assertCut(Wavs.file("RIFF", 0, FMT, data), DecodingTrouble.UNFINISHED, 1_000);
  }

  @Test
  void aHeadThatPromisesTenGigabytesGetsWhatIsThere() throws IOException {
    byte[] lengths = room(28).putLong(10L << 30).putLong(10L << 30).array();
    byte[] data = Wavs.lying("data", 0xffff_ffffL, TONE);
    byte[] file = Wavs.file("RF64", 0xffff_ffffL, Wavs.chunk("ds64", lengths), FMT, data);
    assertCut(file, DecodingTrouble.CUT, 1_000);
  }

  @Test
  void halfAFrameAtTheEndIsNoFrame() throws IOException {
    byte[] data = Wavs.lying("data", TONE.length, Arrays.copyOf(TONE, 1_001));
    byte[] file = Wavs.file("RIFF", 99, FMT, data);
    byte[] cut = Arrays.copyOf(file, file.length - 1);
    assertCut(cut, DecodingTrouble.CUT, 500);
  }

  @Test
  void codingsNobodyKnowsAreNamed() throws IOException {
    DecodingResult result = decode(of(0x55, 1, room(4)));
    assertThat(result).isEqualTo(new DecodingResult.Refused(DecodingTrouble.CODING));
  }
}
