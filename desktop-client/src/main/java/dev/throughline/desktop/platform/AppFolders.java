package dev.throughline.desktop.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this system keeps a program's data. */
public final class AppFolders {
  private AppFolders() {}

  /** The folder of the profile that opens when none is named. */
  public static Path defaultProfile(Map<String, String> environment, Map<?, ?> properties) {
    return data(environment, properties).resolve("profile");
  }

  /** The program's data folder: %APPDATA%, ~/Library/Application Support or $XDG_DATA_HOME. */
  public static Path data(Map<String, String> environment, Map<?, ?> properties) {
    String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
    Path home = Path.of(String.valueOf(properties.get("user.home")));
    if (system.contains("win")) {
      String appData = environment.get("APPDATA");
      return (appData == null ? home : Path.of(appData)).resolve("Throughline");
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Throughline");
    }
    String dataHome = environment.get("XDG_DATA_HOME");
    Path data =
        dataHome == null || dataHome.isBlank()
            ? home.resolve(".local").resolve("share")
            : Path.of(dataHome);
    return data.resolve("throughline");
  }
}
