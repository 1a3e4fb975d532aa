package dev.throughline.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Removal of what an interrupted try left behind. */
final class FolderTree {
  private FolderTree() {}

  /** Removes everything directly in the folder whose name starts so. */
  static void removeStartingWith(Path folder, String prefix) throws IOException {
    try (var entries = Files.newDirectoryStream(folder, entry -> isNamed(entry, prefix))) {
      for (var entry : entries) {
        remove(entry);
      }
    }
  }

  static void remove(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause(); // The tree changed while it was walked.
    }
  }

  private static boolean isNamed(Path entry, String prefix) {
    return String.valueOf(entry.getFileName()).startsWith(prefix);
  }
}
