package dev.throughline.desktop.sound.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmInMemory;
import dev.throughline.desktop.sound.Signals;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeaksTest {
  private static final PcmForm FORM = new PcmForm(16_000, 2);
  private static final int FRAMES = 200_123;
  private static final RecordId RECORDING = new RecordId(new UUID(1, 2));

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_127);
  private final byte[] noise =
      Signals.pcm(FORM, FRAMES, at -> (random.nextDouble() - 0.5) * at / FRAMES);

  private static Peaks of(byte[] pcm) throws IOException {
    Peaks peaks = new Peaks();
    peaks.catchUp(new PcmInMemory(FORM, pcm));
    return peaks;
  }

  private static byte[][] columns(Peaks peaks, long from, long to, int count) {
    byte[][] columns = new byte[2][count];
    peaks.columns(from, to, columns[0], columns[1]);
    return columns;
  }

  /** The columns of the samples themselves. */
  private byte[][] seen(long from, long to, int count) {
    byte[][] seen = new byte[2][count];
    for (int i = 0; i < count; i++) {
      int low = Byte.MAX_VALUE;
      int high = Byte.MIN_VALUE;
      long begin = from + (to - from) * i / count;
      long end = Math.min(FRAMES, from + (to - from) * (i + 1) / count);
      for (long frame = begin; frame < end; frame++) {
        for (int channel = 0; channel < 2; channel++) {
          int value = Signals.sample(noise, (int) frame * 2 + channel) >> 8;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      seen[0][i] = (byte) (low > high ? 0 : low);
      seen[1][i] = (byte) (low > high ? 0 : high);
    }
    return seen;
  }

  @Test
  void columnsOfWholeBlocksAreExact() throws IOException {
    Peaks peaks = of(noise);
    for (int block : new int[] {256, 512, 2_048, 6_144, 16_384}) {
      int count = Math.ceilDiv(FRAMES, block);
      long to = (long) count * block;
      assertThat(columns(peaks, 0, to, count)).isDeepEqualTo(seen(0, to, count));
    }
  }

  @Test
  void otherColumnsHideNothing() throws IOException {
    Peaks peaks = of(noise);
    byte[][] had = columns(peaks, 777, 190_001, 333);
    byte[][] seen = seen(777, 190_001, 333);
    for (int i = 0; i < 333; i++) {
      assertThat(had[0][i]).isLessThanOrEqualTo(seen[0][i]);
      assertThat(had[1][i]).isGreaterThanOrEqualTo(seen[1][i]);
    }
  }

  @Test
  void whereThereIsNoSoundTheWaveIsFlat() throws IOException {
    byte[][] had = columns(of(noise), -51_200, 0, 100);
    assertThat(had[0]).containsOnly(0);
    assertThat(columns(of(noise), FRAMES, FRAMES + 9_999, 10)[1]).containsOnly(0);
    assertThat(columns(new Peaks(), 0, 100, 10)[0]).containsOnly(0);
  }

  @Test
  void aGrowingRecordingHasTheSameWaveAsAWholeOne() throws IOException {
    Peaks grown = new Peaks();
    for (int at = 0; at < noise.length; at += 999 * 4) {
      byte[] piece = Arrays.copyOfRange(noise, at, Math.min(noise.length, at + 999 * 4));
      grown.add(FORM, piece, piece.length);
    }
    assertThat(grown.bytes()).isEqualTo(of(noise).bytes());
  }

  @Test
  void aKeptWaveGoesOnWhereItEnded() throws IOException {
    Peaks half = of(Arrays.copyOf(noise, 100_001 * 4));
    Peaks kept = Peaks.of(half.bytes()).orElseThrow();
    kept.catchUp(new PcmInMemory(FORM, noise));
    assertThat(kept.frames()).isEqualTo(FRAMES);
    assertThat(kept.bytes()).isEqualTo(of(noise).bytes());
    assertThat(columns(kept, 0, FRAMES, 9)).isDeepEqualTo(columns(of(noise), 0, FRAMES, 9));
  }

  @Test
  void anythingElseIsNoWave() throws IOException {
    byte[] bytes = of(noise).bytes();
    assertThat(Peaks.of(new byte[0])).isEmpty();
    assertThat(Peaks.of(Arrays.copyOf(bytes, bytes.length - 2))).isEmpty();
    bytes[5] = (byte) 0x80;
    assertThat(Peaks.of(bytes)).isEmpty();
    bytes[0] = 0;
    assertThat(Peaks.of(bytes)).isEmpty();
  }

  @Test
  void onTheDiskItIsSealed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("wave");
    PeaksFile files = new PeaksFile(new SystemDisk());
    byte[] secret = new byte[32];
    PeaksSeal seal = PeaksSeal.of(secret, RECORDING);
    assertThat(files.read(file, seal)).isEmpty();
    files.write(file, of(noise), seal);
    assertThat(files.read(file, seal).orElseThrow().bytes()).isEqualTo(of(noise).bytes());
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("TLPK1");
    secret[0] = 1;
    assertThat(files.read(file, PeaksSeal.of(secret, RECORDING))).isEmpty();
    byte[] hurt = Files.readAllBytes(file);
    hurt[hurt.length / 2] ^= 1;
    Files.write(file, hurt);
    assertThat(files.read(file, seal)).isEmpty();
    Files.write(file, new byte[3]);
    assertThat(files.read(file, seal)).isEmpty();
  }

  /** Two hours of 48 kHz; the bar for opening them is 700 ms, here with room for a busy machine. */
  @Test
  void twoHoursOpenAtOnce(@TempDir Path folder) throws IOException {
    PcmForm form = new PcmForm(48_000, 1);
    Peaks long2 = new Peaks();
    byte[] block = Signals.sine(form, 48_000, 440);
    for (int second = 0; second < 2 * 60 * 60; second++) {
      long2.add(form, block, block.length);
    }
    PeaksFile files = new PeaksFile(new SystemDisk());
    PeaksSeal seal = PeaksSeal.of(new byte[32], RECORDING);
    Path file = folder.resolve("wave");
    files.write(file, long2, seal);
    long began = System.nanoTime();
    Peaks opened = files.read(file, seal).orElseThrow();
    byte[][] had = columns(opened, 0, opened.frames(), 1_200);
    long openMillis = (System.nanoTime() - began) / 1_000_000;
    began = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      columns(opened, i * 1_000_000L, (i + 20) * 1_000_000L, 1_200);
    }
    long eachMicros = (System.nanoTime() - began) / 100_000;
    assertThat(had[1]).containsOnly(64);
    assertThat(openMillis).as("to open, ms").isLessThan(700);
    assertThat(eachMicros).as("for 1,200 columns, microseconds").isLessThan(20_000);
  }
}
