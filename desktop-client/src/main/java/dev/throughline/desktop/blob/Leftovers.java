package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Removes at a start what came only in part before the last one ended. */
final class Leftovers {
  private Leftovers() {}

  static void sweep(BlobParts parts) throws IOException {
    for (Path place : List.of(parts.folders().recordings(), parts.folders().own())) {
      for (Path path : list(parts.disk(), place)) {
        if (path.getFileName().toString().startsWith(TakingBack.COMING)) {
          delete(parts.disk(), path);
        }
      }
    }
  }

  /** Removes a folder and the files in it. */
  static void delete(Disk disk, Path folder) throws IOException {
    for (Path file : list(disk, folder)) {
      disk.deleteIfExists(file);
    }
    disk.deleteIfExists(folder);
  }

  static List<Path> list(Disk disk, Path folder) throws IOException {
    try {
      return disk.list(folder);
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }
}
