package dev.throughline.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much memory a process really holds, where the system tells. */
final class Resident {
  private static final String LINE = "VmRSS:";
  private static final double KILO = 1_024;

  private Resident() {}

  /** This process, in megabytes; empty on systems without {@code /proc}. */
  static Optional<Double> megabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(LINE))
          .map(line -> line.replaceAll("\\D", ""))
          .map(digits -> Long.parseLong(digits) / KILO)
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
