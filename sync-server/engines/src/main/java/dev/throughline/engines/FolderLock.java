package dev.throughline.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One live JVM per data folder. The system drops the lock when the JVM dies, however it dies; the
 * file itself stays.
 */
final class FolderLock implements AutoCloseable {
  /**
   * Locks of this JVM. Asked before the file is opened, because on POSIX systems closing any
   * channel on a file drops every lock this process has on it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(Path folder, Path file) {
    if (!HELD_HERE.add(file)) {
      throw alreadyRunning(folder);
    }
    try {
      return new FolderLock(file, lockedChannel(folder, file));
    } catch (IOException e) {
      HELD_HERE.remove(file);
      throw EngineException.ofFolder(Objects.requireNonNull(file.getParent()), e);
    } catch (RuntimeException e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  private static FileChannel lockedChannel(Path folder, Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this JVM through another class loader: the same refusal.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw alreadyRunning(folder);
  }

  private static EngineException alreadyRunning(Path folder) {
    return new EngineException(
        EngineException.Code.ALREADY_RUNNING,
        """
        Another Throughline is running on the database in %s. \
        Stop that one first, or choose another folder.\
        """
            .formatted(folder));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw EngineException.ofFolder(file, e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
