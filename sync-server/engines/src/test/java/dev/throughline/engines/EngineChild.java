package dev.throughline.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that starts an engine and stays until it is killed. */
final class EngineChild implements AutoCloseable {
  private final Process process;

  private EngineChild(Process process) {
    this.process = process;
  }

  /** Runs in the child: says how the start went, then waits for its input to end. */
  public static void main(String[] arguments) throws IOException {
    try {
      var engine = EngineSamples.start(Path.of(arguments[0]));
      System.out.println("ready " + engine.port());
    } catch (EngineException e) {
      System.out.println(e.code() + " " + e.sentence());
    }
    while (System.in.read() >= 0) {
      continue;
    }
  }

  static EngineChild on(Path dataFolder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            EngineChild.class.getName(),
            dataFolder.toString());
    return new EngineChild(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The line in which the child says how its start went; log lines are passed over. */
  String outcome() throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.matches("(ready|[A-Z_]+) .*")) {
        return line;
      }
    }
    throw new IOException("The child ended without a word");
  }

  /** As {@code kill -9} does it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
