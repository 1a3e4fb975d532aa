package dev.throughline.trials;

import dev.throughline.trials.end.AtEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A JVM of our own that can be killed, and ends with this one; its output is read line by line and
 * also kept.
 */
final class Child implements AutoCloseable {
  /** The trials' own, where this process has the desktop's before it. */
  private static final String CLASS_PATH =
      System.getProperty("throughline.children.path", System.getProperty("java.class.path"));

  private static final long STOP_SECONDS_MAX = 30;
  private static final String END = "\0end";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("child-output").start(this::drain);
  }

  /** Starts a main class on this process's own JDK, class path and toolkit settings. */
  static Child start(String mainClass, List<String> arguments) {
    return start(mainClass, Map.of(), arguments);
  }

  /** The same with system properties. */
  static Child start(String mainClass, Map<String, String> properties, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx700m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", CLASS_PATH, mainClass));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    try {
      return AtEnd.stop(() -> new Child(process.start()), Child::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that fits; empty when the process ends or the time is over first. */
  Optional<String> await(Predicate<String> fits, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null || line.equals(END)) {
        return Optional.empty();
      }
      if (fits.test(line)) {
        return Optional.of(line);
      }
    }
  }

  /** Lets the process do its work for so long, or until it ends by itself. */
  void rest(long nanos) throws InterruptedException {
    process.waitFor(nanos, TimeUnit.NANOSECONDS);
  }

  /** Kills the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    AtEnd.hasStopped(this);
  }

  /** Everything the process has printed, for a failure's report. */
  synchronized String output() {
    return String.join("\n", seen);
  }

  private void drain() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (this) {
          seen.add(line);
        }
        lines.add(line);
      }
    } catch (IOException _) {
      // The process was killed in the middle of a line.
    }
    lines.add(END);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      AtEnd.hasStopped(this);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
