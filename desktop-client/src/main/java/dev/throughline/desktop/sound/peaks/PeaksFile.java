package dev.throughline.desktop.sound.peaks;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps waves on the disk, sealed. One that is lost or hurt is made anew from the sound. */
public final class PeaksFile {
  /** A day at 192 kHz; nothing larger is one of ours. */
  private static final long SIZE_MAX = 160L << 20;

  private final Disk disk;

  public PeaksFile(Disk disk) {
    this.disk = disk;
  }

  /** Replaces what was kept; returns once it is on disk. */
  public void write(Path file, Peaks peaks, Sealing seal) throws IOException {
    disk.write(file, seal.seal(peaks.bytes()));
  }

  /** The wave; empty when there is none, or none that can be read with this seal. */
  public Optional<Peaks> read(Path file, Sealing seal) throws IOException {
    try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
      if (channel.size() > SIZE_MAX) {
        return Optional.empty();
      }
      ByteBuffer sealed = ByteBuffer.allocate((int) channel.size());
      while (sealed.hasRemaining() && channel.read(sealed) >= 0) {
        // A read may give less than there is.
      }
      return seal.open(sealed.array()).flatMap(Peaks::of);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
