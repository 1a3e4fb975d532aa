package dev.throughline.desktop.store;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A file beside the store that is there while the store is open. One that is found at the start
 * says that the store was not closed.
 */
final class OpenMark {
  private final Disk disk;
  private final Path file;
  private final boolean wasSet;

  private OpenMark(Disk disk, Path file, boolean wasSet) {
    this.disk = disk;
    this.file = file;
    this.wasSet = wasSet;
  }

  /**
   * Sets the mark; it is on disk when this returns.
   *
   * @throws UncheckedIOException when the disk refuses
   */
  static OpenMark set(Disk disk, Path store) {
    Path file = store.toAbsolutePath().resolveSibling(store.getFileName() + ".open");
    Path folder = AtomicFile.folderOf(file);
    try {
      disk.createFolder(folder);
      boolean wasSet = disk.list(folder).contains(file);
      if (!wasSet) {
        disk.write(file, new byte[0]);
      }
      return new OpenMark(disk, file, wasSet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean wasSet() {
    return wasSet;
  }

  /** The store was closed in order. A mark that stays does no harm. */
  void remove() {
    try {
      disk.deleteIfExists(file);
    } catch (IOException _) {
      // The next start reads the store through, no more.
    }
  }
}
