package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;

/** Lets so many changes through and refuses every later one, as a process that was killed does. */
final class StepDisk implements Disk {
  private final Disk real;
  private final int steps;
  private int done;

  StepDisk(Disk real, int steps) {
    this.real = real;
    this.steps = steps;
  }

  /** Whether something was refused. */
  boolean isOver() {
    return done > steps;
  }

  private void step() throws IOException {
    if (++done > steps) {
      throw new IOException("killed");
    }
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    return real.open(file, options);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return real.list(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    real.createFolder(folder);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    real.move(from, to);
  }

  @Override
  public void deleteIfExists(Path file) throws IOException {
    step();
    real.deleteIfExists(file);
  }

  @Override
  public void syncFolder(Path folder) {
    real.syncFolder(folder);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    step();
    real.write(file, content);
  }

  @Override
  public long freeBytes(Path folder) throws IOException {
    return real.freeBytes(folder);
  }

  @Override
  public String database(Path file) {
    return real.database(file);
  }
}
