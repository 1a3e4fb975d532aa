package dev.throughline.trials.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** One open file of a {@link PowerDisk}. */
final class PowerChannel extends FileBaseDefault {
  private final PowerDisk disk;
  private final PowerFile file;

  PowerChannel(PowerDisk disk, PowerFile file) {
    this.disk = disk;
    this.file = file;
  }

  @Override
  public long size() throws IOException {
    synchronized (disk) {
      disk.requirePower();
      return file.length();
    }
  }

  @Override
  public synchronized int read(ByteBuffer into, long at) throws IOException {
    synchronized (disk) {
      disk.requirePower();
      return file.read(into, at);
    }
  }

  /** Power can go once the disk has the bytes; it then wrote all of them, some or none. */
  @Override
  public synchronized int write(ByteBuffer from, long at) throws IOException {
    synchronized (disk) {
      disk.requirePower();
      int count = file.write(from, at);
      disk.spend();
      return count;
    }
  }

  @Override
  protected void implTruncate(long length) throws IOException {
    synchronized (disk) {
      disk.requirePower();
      file.truncate(Math.toIntExact(length));
      disk.spend();
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    synchronized (disk) {
      disk.spend();
      file.force();
      disk.named(file);
    }
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    return new FileLock(this, position, size, shared) {
      @Override
      public boolean isValid() {
        return true;
      }

      @Override
      public void release() {
        // Nobody else is there.
      }
    };
  }
}
