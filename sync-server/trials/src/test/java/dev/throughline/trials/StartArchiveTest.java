package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive does when the program it was made of changes. */
class StartArchiveTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Instant BUILT = Instant.parse("2026-01-01T10:00:00Z");

  @TempDir Path folder;
  private Path jar;
  private Path archive;

  @BeforeEach
  void archiveOfOneProgram() throws Exception {
    jar = folder.resolve("program.jar");
    archive = folder.resolve("program.jsa");
    pack("one", BUILT);
    new StartArchive(JAVA, List.of(), program()).write(archive, List.of());
  }

  @Test
  void classesComeFromTheArchive() throws Exception {
    assertThat(run("-Xlog:class+load")).contains("Program source: shared objects file", "says one");
  }

  @Test
  void changedJarIsNotServedFromTheArchive() throws Exception {
    pack("two", BUILT.plusSeconds(1));
    String printed = run("-Xlog:class+load");
    assertThat(printed).contains("says two").doesNotContain("Program source: shared objects file");
  }

  @Test
  void jarOfAnotherLengthIsNotServedFromTheArchive() throws Exception {
    pack("something longer", BUILT);
    assertThat(run()).isEqualTo("says something longer");
  }

  /** Classes of an archive are linked to each other, so one jar alone may not be taken anew. */
  @Test
  void changedJarBehindAnotherIsNotServedFromTheArchive() throws Exception {
    Path front = folder.resolve("front.jar");
    compile("Front", "Program.main(a);");
    pack(front, "Front", BUILT);
    List<String> both = List.of("-cp", front + File.pathSeparator + jar, "Front");
    new StartArchive(JAVA, List.of(), both).write(archive, List.of());
    assertThat(run(both, "-Xlog:class+load"))
        .contains("Front source: shared objects file", "Program source: shared objects file");
    pack("two", BUILT.plusSeconds(1));
    assertThat(run(both, "-Xlog:class+load"))
        .contains("says two")
        .doesNotContain("Front source: shared objects file");
  }

  @Test
  void damagedArchiveOnlyCostsTime() throws Exception {
    Files.write(archive, new byte[10_000]);
    assertThat(run()).isEqualTo("says one");
  }

  @Test
  void missingArchiveOnlyCostsTime() throws Exception {
    Files.delete(archive);
    assertThat(run()).isEqualTo("says one");
  }

  private List<String> program() {
    return List.of("-cp", jar.toString(), "Program");
  }

  private String run(String... more) throws IOException, InterruptedException {
    return run(program(), more);
  }

  private String run(List<String> program, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off"));
    command.addAll(List.of(more));
    command.addAll(program);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private void pack(String word, Instant at) throws IOException {
    compile("Program", "System.out.println(\"says " + word + "\");");
    pack(jar, "Program", at);
  }

  private void compile(String name, String does) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source, "class " + name + " { public static void main(String[] a) { " + does + " } }");
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-cp",
                folder.toString(),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
  }

  private void pack(Path into, String name, Instant at) throws IOException {
    try (OutputStream file = Files.newOutputStream(into);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(name + ".class"));
      out.write(Files.readAllBytes(folder.resolve(name + ".class")));
    }
    Files.setLastModifiedTime(into, FileTime.from(at));
  }
}
