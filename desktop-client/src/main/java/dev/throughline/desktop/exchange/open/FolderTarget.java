package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder, written beside its place under a hidden name and then renamed. */
final class FolderTarget implements Target {
  private final Path folder;
  private final Path fresh;
  private final Set<Path> folders = new TreeSet<>();
  private boolean isFinished;

  FolderTarget(Path folder) throws IOException {
    this.folder = folder;
    this.fresh = Files.createTempDirectory(AtomicFile.folderOf(folder), ".throughline-export-");
  }

  @Override
  public OutputStream next(String path) throws IOException {
    Path file = fresh.resolve(path);
    Path parent = AtomicFile.folderOf(file);
    Files.createDirectories(parent);
    folders.add(parent);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
      @Override
      public void close() throws IOException {
        try (channel) {
          flush();
          channel.force(true);
        }
      }
    };
  }

  @Override
  public void finish() throws IOException {
    folders.forEach(AtomicFile::syncFolder);
    Files.move(fresh, folder);
    isFinished = true;
    AtomicFile.syncFolder(AtomicFile.folderOf(folder));
  }

  @Override
  public void close() throws IOException {
    if (isFinished) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(fresh)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
