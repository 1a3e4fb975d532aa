package dev.throughline.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes an archive of the classes a start needs, already linked to each other, which the JVM maps
 * instead of loading and checking them one by one. The JVM refuses it when a jar of the class path
 * is another one by then, so it may be missing or old: that only costs time.
 */
final class StartArchive {
  private static final long SECONDS_MAX = 180;

  private final Path java;
  private final List<String> options;
  private final List<String> program;

  /**
   * The program as it is started later: the same JVM and options, and a class path of jars alone.
   *
   * @param program from {@code -cp} or {@code -jar} on, without what the program itself is told
   */
  StartArchive(Path java, List<String> options, List<String> program) {
    this.java = java;
    this.options = List.copyOf(options);
    this.program = List.copyOf(program);
  }

  /** Archives what the desktop loads until it has taken a few keys. */
  void write(Path archive) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("throughline-check");
    try {
      String profile = folder.resolve("profile").toString();
      String keys = folder.resolve("keys").toString();
      write(archive, List.of("check", "--profile", profile, "--keys", keys));
    } finally {
      Desks.deleteTree(folder);
    }
  }

  /** Runs the program once, told that, keeps what it loaded, and writes the archive in one step. */
  void write(Path archive, List<String> told) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("throughline-archive");
    try {
      Path classes = folder.resolve("classes");
      run(folder, List.of("-XX:DumpLoadedClassList=" + classes), told);
      Path made = archive.resolveSibling(archive.getFileName() + ".new");
      run(
          folder,
          List.of(
              "-Xshare:dump",
              "-XX:+AOTClassLinking",
              "-XX:SharedClassListFile=" + classes,
              "-XX:SharedArchiveFile=" + made),
          List.of());
      Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Desks.deleteTree(folder);
    }
  }

  private void run(Path folder, List<String> more, List<String> told)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(
        List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"));
    command.addAll(more);
    command.addAll(program);
    command.addAll(told);
    Path log = folder.resolve("log");
    ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
    start.environment().remove("JDK_JAVA_OPTIONS");
    Process process = start.redirectOutput(log.toFile()).start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly().waitFor();
      throw new IOException("The archive could not be made: " + Files.readString(log).strip());
    }
  }
}
