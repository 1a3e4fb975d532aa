package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where decoded sound lies, a folder each. It is large, and can always be decoded again: when it
 * takes too many bytes, what was not heard for longest goes. Not for use by two threads at once.
 */
final class HeardShelf {
  /** Lies in a folder once all of it was decoded; without it the folder is of no use. */
  private static final String WHOLE = "whole";

  private static final String LIST = "list";
  private static final int LIST_BYTES_MAX = 1 << 20;
  private static final int SAMPLE_BYTES = 2;

  private final Disk disk;
  private final Path folder;
  private final BlobLimits limits;

  HeardShelf(Disk disk, Path folder, BlobLimits limits) {
    this.disk = disk;
    this.folder = folder;
    this.limits = limits;
  }

  /** What a recording takes once it is decoded, by what its record says. */
  static long bytes(Recording recording) {
    return recording.millis() * recording.rate() / 1_000 * recording.channels() * SAMPLE_BYTES;
  }

  boolean isWhole(Path at) throws IOException {
    return names(at).contains(WHOLE);
  }

  /** All of it is decoded. */
  void finish(Path at) throws IOException {
    disk.write(at.resolve(WHOLE), new byte[0]);
  }

  /** Whether the disk has more room than is left to recordings made here. */
  boolean hasSpace() throws IOException {
    return disk.freeBytes(folder) > limits.freeBytes();
  }

  /** Says that it is heard now; the next start remembers. */
  void touch(BlobKey key) throws IOException {
    Set<String> order = order();
    order.remove(key.folderName());
    order.add(key.folderName());
    disk.createFolder(folder);
    String lines = order.stream().map(name -> name + "\n").collect(Collectors.joining());
    disk.write(folder.resolve(LIST), lines.getBytes(StandardCharsets.US_ASCII));
  }

  /** Lets go what was not heard for longest until so many more bytes find room. */
  void makeRoom(long coming, Set<BlobKey> busy) throws IOException {
    long sum = 0;
    for (String name : order()) {
      sum += size(folder.resolve(name));
    }
    for (String name : order()) {
      boolean isRoom =
          sum + coming <= limits.heardBytes()
              && disk.freeBytes(folder) - coming >= limits.freeBytes();
      if (isRoom) {
        return;
      }
      if (busy.stream().noneMatch(key -> key.folderName().equals(name))) {
        sum -= size(folder.resolve(name));
        delete(folder.resolve(name));
      }
    }
  }

  /** Removes what is there in part only, and then what is too much. */
  void sweep(Set<BlobKey> busy) throws IOException {
    for (String name : order()) {
      boolean isBusy = busy.stream().anyMatch(key -> key.folderName().equals(name));
      if (!isBusy && !isWhole(folder.resolve(name))) {
        delete(folder.resolve(name));
      }
    }
    makeRoom(0, busy);
  }

  /** The mark goes first: a folder that is half deleted must not pass for a whole one. */
  void delete(Path at) throws IOException {
    disk.deleteIfExists(at.resolve(WHOLE));
    Leftovers.delete(disk, at);
  }

  private long size(Path at) throws IOException {
    long sum = 0;
    for (Path file : Leftovers.list(disk, at)) {
      try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
        sum += channel.size();
      } catch (NoSuchFileException _) {
        // It went meanwhile.
      }
    }
    return sum;
  }

  /** The folders that are there; those heard longest ago, or never, first. */
  private Set<String> order() throws IOException {
    List<String> there =
        names(folder).stream().filter(name -> BlobKey.ofFolder(name).isPresent()).toList();
    List<String> known = new ArrayList<>(lines());
    known.retainAll(there);
    Set<String> order = new LinkedHashSet<>(there);
    known.forEach(order::remove);
    order.addAll(known);
    return order;
  }

  private List<String> lines() throws IOException {
    try (FileChannel channel = disk.open(folder.resolve(LIST), StandardOpenOption.READ)) {
      byte[] bytes = Channels.newInputStream(channel).readNBytes(LIST_BYTES_MAX);
      return new String(bytes, StandardCharsets.US_ASCII).lines().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private List<String> names(Path at) throws IOException {
    return Leftovers.list(disk, at).stream().map(path -> path.getFileName().toString()).toList();
  }
}
