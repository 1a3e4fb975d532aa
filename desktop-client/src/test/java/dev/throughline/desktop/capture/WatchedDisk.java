package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;

/** A disk whose every change is shown to a guard first, who may refuse it. */
public final class WatchedDisk implements Disk {
  /** Decides on each change; a refused write is torn in the middle. */
  public interface Guard {
    /** Before a write, a force, a truncation, a new name; {@code grows} is in bytes. */
    void before(String step, long grows) throws IOException;

    /** Whether the disk does what it is told to force; without it all is much faster. */
    default boolean forces() {
      return true;
    }

    /** What {@link Disk#freeBytes} tells. */
    default long freeBytes() {
      return Long.MAX_VALUE;
    }
  }

  private final Disk real;
  private final Guard guard;

  public WatchedDisk(Disk real, Guard guard) {
    this.real = real;
    this.guard = guard;
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    return new Channel(real.open(file, options));
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return real.list(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    guard.before("folder", 0);
    real.createFolder(folder);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    guard.before("move", 0);
    real.move(from, to);
  }

  @Override
  public void deleteIfExists(Path file) throws IOException {
    guard.before("delete", 0);
    real.deleteIfExists(file);
  }

  @Override
  public void syncFolder(Path folder) {
    try {
      guard.before("sync", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (guard.forces()) {
      real.syncFolder(folder);
    }
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    guard.before("replace", content.length);
    real.write(file, content);
  }

  @Override
  public long freeBytes(Path folder) {
    return guard.freeBytes();
  }

  @Override
  public String database(Path file) {
    return real.database(file);
  }

  private final class Channel extends FileBaseDefault {
    private final FileChannel inner;

    Channel(FileChannel inner) {
      this.inner = inner;
    }

    @Override
    public long size() throws IOException {
      return inner.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long at) throws IOException {
      return inner.read(into, at);
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
      try {
        guard.before("write", Math.max(0, at + from.remaining() - inner.size()));
      } catch (IOException e) {
        inner.write(from.duplicate().limit(from.position() + from.remaining() / 2), at);
        throw e;
      }
      return inner.write(from, at);
    }

    @Override
    protected void implTruncate(long length) throws IOException {
      guard.before("truncate", length - inner.size());
      inner.truncate(length);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      guard.before("force", 0);
      if (guard.forces()) {
        inner.force(metaData);
      }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return inner.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      inner.close();
    }
  }
}
