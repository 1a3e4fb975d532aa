package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.platform.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive, written beside its place under a hidden name and then renamed. Its entries bear no
 * time of their own, so that equal workspaces give equal archives.
 */
final class ZipTarget implements Target {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;
  private final Path fresh;
  private final FileChannel channel;
  private final ZipOutputStream zip;

  ZipTarget(Path file) throws IOException {
    this.file = file;
    this.fresh = Files.createTempFile(AtomicFile.folderOf(file), ".throughline-export-", ".new");
    this.channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
    this.zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
  }

  @Override
  public OutputStream next(String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    // Sound hardly gets smaller, and silence so much that it would pass for a bomb.
    zip.setLevel(
        path.startsWith(Media.FOLDER) ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    zip.putNextEntry(entry);
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        zip.write(bytes, from, count);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  @Override
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
    channel.force(true);
    channel.close();
    Files.move(fresh, file);
    AtomicFile.syncFolder(AtomicFile.folderOf(file));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(fresh);
  }
}
