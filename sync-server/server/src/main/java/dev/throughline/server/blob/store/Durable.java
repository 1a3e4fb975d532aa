package dev.throughline.server.blob.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, whenever the power goes. */
final class Durable {
  private Durable() {}

  /** Makes a folder and those above it, and has them on disk. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        folder(parent);
      }
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException _) {
        return;
      }
      force(folder.toAbsolutePath().getParent());
    }
  }

  /** Writes a small file in place of what was there. */
  static void write(Path incoming, Path file, byte[] bytes) throws IOException {
    publish(half(incoming, bytes), file);
  }

  /** Writes a small file, unless there is one of that name; whether it did. */
  static boolean writeNew(Path incoming, Path file, byte[] bytes) throws IOException {
    Path half = half(incoming, bytes);
    try {
      // A rename would take the place of what is there.
      Files.createLink(file, half);
      force(file.toAbsolutePath().getParent());
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    } finally {
      Files.delete(half);
    }
  }

  private static Path half(Path incoming, byte[] bytes) throws IOException {
    Path half = Files.createTempFile(incoming, "small", "");
    try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    return half;
  }

  /** Gives a file that is whole and on disk its name. */
  static void publish(Path half, Path file) throws IOException {
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(file.toAbsolutePath().getParent());
  }

  /** Deletes a file for good; another process may take its folder away as well. */
  static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      try {
        force(file.toAbsolutePath().getParent());
      } catch (NoSuchFileException _) {
        // Whoever deleted the folder has that on disk, and the file with it.
      }
    }
  }

  /** Where folders cannot be forced (Windows), renaming is durable by itself. */
  private static void force(@org.jspecify.annotations.Nullable Path folder) throws IOException {
    if (folder == null || folder.getFileSystem().getSeparator().equals("\\")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
