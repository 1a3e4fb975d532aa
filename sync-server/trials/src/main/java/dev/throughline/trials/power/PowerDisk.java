package dev.throughline.trials.power;

import dev.throughline.desktop.platform.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A disk in memory whose power goes after a number of operations. A file that was forced keeps its
 * own first name; every other change of names is only safe once its folder was forced, and before
 * that the later is lost before the earlier.
 */
final class PowerDisk implements Disk {
  private static final Map<Integer, PowerDisk> ALL = new ConcurrentHashMap<>();
  private static final AtomicInteger LAST = new AtomicInteger();

  private final int number = LAST.incrementAndGet();
  private final TreeMap<String, PowerFile> names;
  private final List<TreeMap<String, PowerFile>> history = new ArrayList<>();
  private long left = Long.MAX_VALUE;

  private PowerDisk(TreeMap<String, PowerFile> names) {
    this.names = names;
    history.add(new TreeMap<>(names));
    ALL.put(number, this);
  }

  static PowerDisk empty() {
    return new PowerDisk(new TreeMap<>());
  }

  static PowerDisk numbered(int number) throws IOException {
    PowerDisk disk = ALL.get(number);
    if (disk == null) {
      throw new PowerCut();
    }
    return disk;
  }

  /** Power goes after so many writes and forces. */
  synchronized void cutAfter(long operations) {
    left = operations;
  }

  synchronized boolean hasPower() {
    return left > 0;
  }

  /** The disk as it is found when power is back. */
  synchronized PowerDisk afterCut(RandomGenerator random) {
    left = 0;
    ALL.remove(number);
    TreeMap<String, PowerFile> found = history.get(random.nextInt(history.size()));
    found.values().stream().distinct().forEach(file -> file.cut(random));
    return new PowerDisk(new TreeMap<>(found));
  }

  synchronized void requirePower() throws PowerCut {
    if (left <= 0) {
      throw new PowerCut();
    }
  }

  synchronized void spend() throws PowerCut {
    requirePower();
    left--;
    requirePower();
  }

  /** A forced file is found again under the name it was made with, if it still has that. */
  synchronized void named(PowerFile file) {
    String name = file.firstName();
    if (names.get(name) == file) {
      history.forEach(past -> past.put(name, file));
    }
  }

  @Override
  public synchronized FileChannel open(Path file, OpenOption... options) throws IOException {
    return open(file.toString(), List.of(options));
  }

  synchronized FileChannel open(String name, List<OpenOption> options) throws IOException {
    requirePower();
    PowerFile file = names.get(name);
    if (options.contains(StandardOpenOption.CREATE_NEW) && file != null) {
      throw new FileAlreadyExistsException(name);
    }
    boolean mayMake =
        options.contains(StandardOpenOption.CREATE_NEW)
            || options.contains(StandardOpenOption.CREATE);
    if (file == null && !mayMake) {
      throw new NoSuchFileException(name);
    }
    if (file == null) {
      file = new PowerFile(name);
      names.put(name, file);
      history.add(new TreeMap<>(names));
    }
    return new PowerChannel(this, file);
  }

  @Override
  public synchronized List<Path> list(Path folder) throws IOException {
    requirePower();
    return names.keySet().stream()
        .map(Path::of)
        .filter(path -> folder.equals(path.getParent()))
        .toList();
  }

  synchronized boolean exists(String name) {
    return names.containsKey(name);
  }

  synchronized List<String> namesBelow(String folder) {
    return names.keySet().stream().filter(name -> name.startsWith(folder + "/")).toList();
  }

  synchronized long length(String name) {
    PowerFile file = names.get(name);
    return file == null ? 0 : file.length();
  }

  @Override
  public void createFolder(Path folder) {
    // Every folder is there.
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    spend();
    PowerFile file = names.remove(from.toString());
    if (file == null) {
      throw new NoSuchFileException(from.toString());
    }
    names.put(to.toString(), file);
    history.add(new TreeMap<>(names));
  }

  @Override
  public synchronized void deleteIfExists(Path file) throws IOException {
    requirePower();
    if (names.remove(file.toString()) != null) {
      history.add(new TreeMap<>(names));
    }
  }

  /** Folders are forced together; a real disk that keeps a journal of names does no less. */
  @Override
  public synchronized void syncFolder(Path folder) {
    if (hasPower()) {
      history.clear();
      history.add(new TreeMap<>(names));
    }
  }

  @Override
  public synchronized void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    deleteIfExists(fresh);
    try (FileChannel channel =
        open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content), 0);
      channel.force(true);
    }
    move(fresh, file);
    syncFolder(file.resolveSibling("."));
  }

  @Override
  public long freeBytes(Path folder) {
    return Integer.MAX_VALUE;
  }

  @Override
  public String database(Path file) {
    // On half of the disks H2 writes with each transaction, so that cuts fall into that as well.
    return PowerPath.SCHEME + ":" + number + file + (number % 2 == 0 ? ";WRITE_DELAY=0" : "");
  }
}
