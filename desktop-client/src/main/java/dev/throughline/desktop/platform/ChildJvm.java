package dev.throughline.desktop.platform;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A second JVM on this program's own runtime and class path, with a small heap, for work on content
 * nobody here wrote. What goes wrong in it ends with it. Its main class should call {@link
 * #endWithParent} first.
 */
public final class ChildJvm implements AutoCloseable {
  private static final Set<String> OPTIONS =
      Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  /**
   * Starts one. What it writes to its standard output is read with {@link #output}; what it writes
   * to the error output is dropped, for libraries name files and content there.
   *
   * @param heapMegabytes the most its heap may take
   * @throws IOException when the system starts no further process
   */
  public static ChildJvm start(Class<?> main, int heapMegabytes, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(
        List.of(
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + nowhere(),
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(arguments);
    ProcessBuilder child = new ProcessBuilder(command);
    child.redirectError(ProcessBuilder.Redirect.DISCARD);
    // What they add is meant for this JVM, and may write into the answer of that one.
    child.environment().keySet().removeAll(OPTIONS);
    return new ChildJvm(child.start());
  }

  /**
   * Lets this JVM end as soon as the one that started it is gone: a decoder that turns in circles
   * must not outlive the program. Only for the main class of a child.
   */
  public static void endWithParent() {
    InputStream parent = System.in;
    Thread.ofPlatform().daemon().name("parent").start(() -> endAfter(parent));
  }

  private static void endAfter(InputStream parent) {
    try {
      // Nothing is ever sent; only the end counts, and a broken pipe is one too.
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(1);
  }

  /**
   * Writes to the child's standard input, which stays open; nobody else sees it.
   *
   * @throws IOException when the child is gone, which is ended then
   */
  public void tell(byte[] words) throws IOException {
    try {
      OutputStream input = process.getOutputStream();
      input.write(words);
      input.flush();
    } catch (IOException e) {
      kill();
      throw e;
    }
  }

  /** What the child writes; ends when the child does. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** Whether it has ended within this time. */
  public boolean awaitEnd(Duration most) throws InterruptedException {
    return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it at once; {@link #output} ends too. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  private static String nowhere() {
    return File.separatorChar == '/' ? "/dev/null" : "NUL";
  }
}
