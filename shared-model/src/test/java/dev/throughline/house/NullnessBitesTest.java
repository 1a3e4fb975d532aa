package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NullAway only looks at packages that say so; every main package does. */
class NullnessBitesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyMainPackageIsNullMarked() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      var packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(packages).isNotEmpty();
      for (Path folder : packages) {
        assertThat(folder.resolve("package-info.java"))
            .as("add a package-info.java with @NullMarked and a sentence")
            .content()
            .contains("@NullMarked");
      }
    }
  }
}
