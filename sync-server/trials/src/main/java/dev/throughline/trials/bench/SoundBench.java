package dev.throughline.trials.bench;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.peaks.Peaks;
import dev.throughline.desktop.sound.peaks.PeaksFile;
import dev.throughline.desktop.sound.peaks.PeaksSeal;
import dev.throughline.desktop.sound.play.Player;
import dev.throughline.desktop.sound.play.SoundOutput;
import dev.throughline.desktop.sound.proxy.OpusProxy;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;

/** What a recording of two hours costs until its wave is drawn and a place in it is heard. */
final class SoundBench {
  private static final PcmForm FORM = new PcmForm(48_000, 1);
  private static final long TWO_HOURS = 2L * 60 * 60 * FORM.rate();
  private static final int COLUMNS = 1_200;
  private static final int ROUNDS = 40;
  private static final int SEED = 7;
  private static final double OPEN_MAX = 700;
  private static final double SEEK_MAX = 150;
  private static final double NANOS_A_MILLI = 1e6;

  private SoundBench() {}

  static void run(Path folder, Report report) throws IOException {
    PcmReader pcm = new Hum(TWO_HOURS);
    Peaks peaks = new Peaks();
    long began = System.nanoTime();
    peaks.catchUp(pcm);
    report.figure("to make the wave of two hours", since(began), "ms");
    open(folder, peaks, report);
    seek(report);
    began = System.nanoTime();
    OpusProxy.write(new Hum(60L * FORM.rate()), OutputStream.nullOutputStream());
    report.figure("to code a minute as Opus", since(began), "ms");
  }

  private static void open(Path folder, Peaks peaks, Report report) throws IOException {
    PeaksFile files = new PeaksFile(new SystemDisk());
    PeaksSeal seal = PeaksSeal.of(new byte[32], new RecordId(new UUID(0, SEED)));
    Path file = folder.resolve("wave");
    files.write(file, peaks, seal);
    long[] opens = new long[ROUNDS];
    long[] draws = new long[ROUNDS];
    byte[] lows = new byte[COLUMNS];
    byte[] highs = new byte[COLUMNS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      Peaks opened = files.read(file, seal).orElseThrow();
      opened.columns(0, TWO_HOURS, lows, highs);
      opens[i] = System.nanoTime() - began;
      long from = TWO_HOURS * i / ROUNDS;
      began = System.nanoTime();
      opened.columns(from, from + TWO_HOURS / (1 + i), lows, highs);
      draws[i] = System.nanoTime() - began;
    }
    report.bar("to open a wave and draw it, 99th percentile", p99(opens), OPEN_MAX, "ms");
    report.figure("to draw any part of it, 99th percentile", p99(draws), "ms");
  }

  /** Every other seek at a higher speed, where more is to be computed before anything is heard. */
  private static void seek(Report report) {
    FirstBlock sink = new FirstBlock();
    try (ThreadBackground background = new ThreadBackground();
        Player player =
            new Player(
                background, form -> new SoundOutput.Opened.Ready(sink), new Hum(TWO_HOURS))) {
      player.play();
      sink.awaitFirst();
      long[] seeks = new long[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        player.setSpeed(i % 2 == 0 ? 1 : 1.5);
        long began = System.nanoTime();
        player.seek(TWO_HOURS * (i * 17 % ROUNDS) / ROUNDS);
        seeks[i] = sink.awaitFirst() - began;
      }
      report.bar("from a seek to its sound, 99th percentile", p99(seeks), SEEK_MAX, "ms");
    }
  }

  private static double p99(long[] nanos) {
    return new Samples(nanos).p99();
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / NANOS_A_MILLI;
  }
}
