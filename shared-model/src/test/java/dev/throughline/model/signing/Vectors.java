package dev.throughline.model.signing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published test vectors, which are not part of the project. */
final class Vectors {
  private Vectors() {}

  /** The place of some; skips the test where they are missing. */
  static Path at(String name) {
    Path up = Path.of("").toAbsolutePath();
    while (up != null) {
      Path found = up.resolve("shared/samples/vectors").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
      up = up.getParent();
    }
    assumeTrue(false, "the published vectors (samples/vectors/" + name + ") are not here");
    throw new IllegalStateException("skipped above");
  }
}
