package dev.throughline.desktop.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Where journal and store lie. Production has {@link SystemDisk}; a trial gives one that forgets
 * what was not forced, as a power cut does.
 */
public interface Disk {
  FileChannel open(Path file, OpenOption... options) throws IOException;

  /** What lies in a folder, by name. */
  List<Path> list(Path folder) throws IOException;

  /** Makes a folder that only its owner may look into, unless it is there. */
  void createFolder(Path folder) throws IOException;

  /** Gives a file another name; a file that had it is replaced. */
  void move(Path from, Path to) throws IOException;

  void deleteIfExists(Path file) throws IOException;

  /** Makes new, renamed and deleted files of a folder durable. */
  void syncFolder(Path folder);

  /** Replaces a file; returns once the new content is on disk. */
  void write(Path file, byte[] content) throws IOException;

  /** How many bytes a person may still write where this folder lies. */
  long freeBytes(Path folder) throws IOException;

  /** What H2 calls a database file on this disk. */
  String database(Path file);
}
