package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From starting the process to the first key that is accepted, against a window with nothing but a
 * text field in it. Both take turns, so that they meet the same noise.
 */
final class StartBench {
  private static final int RUNS = 7;
  private static final double TIMES_BARE_MAX = 1.8;

  /** What a started window prints once it has taken a key. */
  static final String ACCEPTED = "key accepted";

  private StartBench() {}

  static void run(Path folder, Report report) throws Exception {
    Path profile = folder.resolve("start");
    try (ClientWiring client = Bench.open(profile)) {
      client.settings().setBegun();
      client.settings().setDisplayName("Bench");
    }
    double[] bare = new double[RUNS];
    double[] ours = new double[RUNS];
    // The first of each only warms the disk.
    for (int i = -1; i < RUNS; i++) {
      double empty = start(BareWindow.class.getName(), List.of());
      double desktop =
          start(
              StartedDesktop.class.getName(),
              List.of(profile.toString(), Bench.keys(profile).toString()));
      if (i >= 0) {
        bare[i] = empty;
        ours[i] = desktop;
      }
    }
    report.figure("bare window to first key, median", median(bare), "ms");
    report.figure("desktop to first key, median", median(ours), "ms");
    report.bar(
        "desktop against a bare window", median(ours) / median(bare), TIMES_BARE_MAX, "times");
  }

  private static double start(String mainClass, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(System.getProperty("throughline.client.options", "").split(" ")));
    command.removeIf(String::isBlank);
    command.addAll(
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(arguments);
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(ACCEPTED)) {
          return (System.nanoTime() - began) / 1e6;
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    throw new IOException(mainClass + " ended before it took a key");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
