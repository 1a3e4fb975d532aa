package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop as it would be installed: built, started, one key pressed, closed. */
class DesktopImageIT {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final long SECONDS_MAX = 120;

  @TempDir Path folder;
  private final DesktopImage image = new DesktopImage(ROOT);

  @BeforeEach
  void clientIsPackaged() {
    assumeTrue(image.isPackaged(), "the client is not packaged; mvn verify does that");
    assumeTrue(ToolProvider.findFirst("jlink").isPresent(), "this JDK has no jlink");
  }

  @Test
  void moduleListIsWhatTheCodeNeedsAndNoMore() throws IOException {
    Set<String> needed = needed();
    Set<String> listed = Set.copyOf(image.modules());
    assertThat(withRequired(listed))
        .as("add the missing ones to installers/desktop/modules.txt")
        .containsAll(needed);
    Set<String> bare =
        listed.stream().filter(module -> !reasoned().contains(module)).collect(Collectors.toSet());
    assertThat(bare)
        .as("take what nothing needs out of installers/desktop/modules.txt, or say why it stays")
        .isSubsetOf(needed);
  }

  private List<String> reasoned() {
    try {
      return image.reasoned();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** JavaFX and its friends are named modules too; on the class path their names mean nothing. */
  private Set<String> needed() throws IOException {
    List<Path> jars = image.classPath();
    String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    Path own = folder.resolve("own");
    unpack(jars.getFirst(), own);
    String printed =
        DesktopImage.run(
            "jdeps",
            "--ignore-missing-deps",
            "--multi-release",
            "25",
            "--print-module-deps",
            "-cp",
            path,
            own.toString());
    return Stream.of(printed.strip().split(","))
        .map(String::strip)
        .filter(module -> ModuleFinder.ofSystem().find(module).isPresent())
        .filter(module -> !module.equals("java.base"))
        // Lucene takes the vector incubator only where a launcher adds it; ours does not.
        .filter(module -> !module.startsWith("jdk.incubator."))
        .collect(Collectors.toSet());
  }

  private static void unpack(Path jar, Path into) throws IOException {
    Files.createDirectories(into);
    try (java.util.jar.JarFile file = new java.util.jar.JarFile(jar.toFile())) {
      for (var entry : file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        Path target = into.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static Set<String> withRequired(Set<String> roots) {
    Configuration resolved =
        Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), roots);
    return resolved.modules().stream().map(module -> module.name()).collect(Collectors.toSet());
  }

  @Test
  void imageStartsTakesAKeyAndCloses() throws Exception {
    Path built = folder.resolve("image");
    image.write(built);
    assertThat(built.resolve("app").resolve("throughline.jsa")).isNotEmptyFile();
    Path log = folder.resolve("log");
    Process process = check(built, log);
    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(log))
        .contains("window shown", "key accepted", "app.Main source: shared objects file");
    assertThat(process.exitValue()).isZero();
    assertThat(folder.resolve("profile").resolve("running")).doesNotExist();
    assertThat(folder.resolve("profile").resolve("crashes")).doesNotExist();
    assertThat(folder.resolve("profile").resolve("journal")).isNotEmptyDirectory();
  }

  private Process check(Path built, Path log) throws IOException {
    ProcessBuilder start =
        new ProcessBuilder(
            built.resolve("bin").resolve("throughline").toString(),
            "check",
            "--profile",
            folder.resolve("profile").toString(),
            "--keys",
            folder.resolve("keys").toString());
    start
        .environment()
        .put("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw -Xlog:class+load");
    start.environment().remove("JAVA_HOME");
    return start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
