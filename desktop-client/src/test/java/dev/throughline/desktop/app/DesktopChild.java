package dev.throughline.desktop.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own that can be killed; what it printed is kept. */
final class DesktopChild implements AutoCloseable {
  private static final long SECONDS_MAX = 120;

  private final Process process;
  private final List<String> seen = new ArrayList<>();

  private DesktopChild(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::drain);
  }

  static DesktopChild start(Class<?> main, Path profile, String... more) {
    List<String> arguments = new ArrayList<>(List.of(profile.toString()));
    arguments.addAll(List.of(more));
    return run(main, arguments);
  }

  static DesktopChild run(Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    try {
      return new DesktopChild(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drain() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (seen) {
          seen.add(line);
        }
      }
    } catch (IOException _) {
      // The process was killed in the middle of a line.
    }
  }

  boolean said(String start) {
    synchronized (seen) {
      return seen.stream().anyMatch(line -> line.startsWith(start));
    }
  }

  void awaitSaying(String start) {
    OpenDesk.await("a line " + start + " in " + output(), () -> said(start) || !process.isAlive());
    if (!said(start)) {
      throw new AssertionError("ended without saying " + start + ": " + output());
    }
  }

  String output() {
    synchronized (seen) {
      return String.join("\n", seen);
    }
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs: " + output());
    }
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
