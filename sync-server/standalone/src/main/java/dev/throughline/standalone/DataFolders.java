package dev.throughline.standalone;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a user's data belongs on each system. */
final class DataFolders {
  private DataFolders() {}

  /** Reads the environment; called once, at the start of the program. */
  static Path ofThisComputer() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", ""), System.getenv());
  }

  static Path of(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    Path base;
    if (name.contains("win") && !name.contains("darwin")) {
      base = from(environment, "LOCALAPPDATA").orElse(Path.of(home, "AppData", "Local"));
    } else if (name.contains("mac") || name.contains("darwin")) {
      base = Path.of(home, "Library", "Application Support");
    } else {
      base = from(environment, "XDG_DATA_HOME").orElse(Path.of(home, ".local", "share"));
    }
    return base.resolve("throughline").resolve("server");
  }

  private static Optional<Path> from(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
