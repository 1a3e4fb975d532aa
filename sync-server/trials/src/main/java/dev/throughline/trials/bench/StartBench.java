package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.trials.end.AtEnd;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From starting the process to the first key that is accepted, against a window with nothing but a
 * text field in it, as {@code java} runs that by default. The desktop runs as {@code ./workbench
 * desktop} does, with its archive of classes; what it would be without, and what the bare window
 * would be with one, is told beside it. All take turns, so that they meet the same noise.
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
    List<String> desktop =
        List.of(StartedDesktop.class.getName(), profile.toString(), Bench.keys(profile).toString());
    List<String> bare = List.of(BareWindow.class.getName());
    List<String> options = options();
    List<String> archived = new ArrayList<>(options);
    archived.addAll(archive());
    double[][] took = new double[5][RUNS];
    // The first of each only warms the disk.
    for (int i = -1; i < RUNS; i++) {
      double[] now = {
        start(List.of(), bare),
        start(archived, desktop),
        start(options, desktop),
        start(options, bare),
        start(archived, bare)
      };
      for (int one = 0; one < now.length && i >= 0; one++) {
        took[one][i] = now[one];
      }
    }
    String with = archive().isEmpty() ? "no archive was made" : "options and archive";
    report.figure("bare window to first key, java's defaults", median(took[0]), "ms");
    report.figure("desktop, " + with, median(took[1]), "ms");
    report.figure("desktop, options alone, the JDK's archive", median(took[2]), "ms");
    report.figure("bare window, the desktop's options", median(took[3]), "ms");
    report.figure("bare window, the desktop's " + with, median(took[4]), "ms");
    report.bar(
        "desktop against a bare window",
        median(took[1]) / median(took[0]),
        TIMES_BARE_MAX,
        "times");
  }

  private static List<String> options() {
    return Arrays.stream(System.getProperty("throughline.client.options", "").split(" "))
        .filter(option -> !option.isBlank())
        .toList();
  }

  /** What makes a JVM use the archive, as the workbench says it; empty when there is none. */
  private static List<String> archive() throws IOException {
    Path archive = Path.of(System.getProperty("throughline.client.archive", ""));
    return Files.isRegularFile(archive) && Files.size(archive) > 0
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off")
        : List.of();
  }

  /** The class path of the desktop as people have it, and after it the two classes here. */
  private static String classPath() throws URISyntaxException {
    URL here = StartBench.class.getProtectionDomain().getCodeSource().getLocation();
    return System.getProperty("throughline.client.path")
        + File.pathSeparator
        + Path.of(here.toURI());
  }

  private static double start(List<String> options, List<String> program) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-cp",
            classPath()));
    command.addAll(program);
    long began = System.nanoTime();
    ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = AtEnd.stop(start::start, Process::destroyForcibly);
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
      AtEnd.hasStopped(process);
    }
    throw new IOException(program + " ended before it took a key");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
