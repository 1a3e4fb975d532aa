package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
    List<String> command = new java.util.ArrayList<>(List.of(JAVA.toString()));
    command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off"));
    command.addAll(List.of(more));
    command.addAll(program());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private void pack(String word, Instant at) throws IOException {
    Path source = folder.resolve("Program.java");
    Files.writeString(
        source,
        "class Program { public static void main(String[] a) { System.out.println(\"says "
            + word
            + "\"); } }");
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", folder.toString(), source.toString());
    assertThat(result).isZero();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("Program.class"));
      out.write(Files.readAllBytes(folder.resolve("Program.class")));
    }
    Files.setLastModifiedTime(jar, FileTime.from(at));
  }
}
