package dev.throughline.trials.bench;

import dev.throughline.trials.end.AtEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that does jobs one after the other; it ends with this one. */
final class Worker implements AutoCloseable {
  private static final long STOP_SECONDS_MAX = 60;

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  private Worker(Process process) {
    this.process = process;
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a main class with the options in a system property, and more that override them. */
  static Worker start(Class<?> main, String optionsProperty, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty(optionsProperty, "").split(" ")));
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.removeIf(String::isBlank);
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    return AtEnd.stop(() -> new Worker(process.start()), Worker::stop);
  }

  /** Has one job done; what the process prints besides is passed over. */
  String ask(Object... words) throws IOException {
    List<String> line = new ArrayList<>();
    for (Object word : words) {
      line.add(word.toString());
    }
    in.write(String.join("\t", line) + "\n");
    in.flush();
    for (String answer = out.readLine(); answer != null; answer = out.readLine()) {
      if (answer.startsWith(Jobs.DONE)) {
        return answer.substring(Jobs.DONE.length());
      }
      if (answer.startsWith(Jobs.FAILED)) {
        throw new IOException(line.getFirst() + " failed: " + answer);
      }
    }
    throw new IOException("the process ended in " + line.getFirst());
  }

  double number(Object... words) throws IOException {
    return Double.parseDouble(ask(words));
  }

  /** Ends it in the middle of a job. */
  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      process.waitFor();
      AtEnd.hasStopped(this);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
