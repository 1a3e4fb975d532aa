package dev.throughline.trials.power;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The bytes of one file as programs see them, and as they would be found after a power cut. */
final class PowerFile {
  /** What a disk writes whole or not at all. */
  static final int SECTOR_BYTES = 512;

  private static final int FIRST_BYTES = 1 << 12;

  /** A write or, without bytes, a new length. */
  private record Change(long at, byte[] bytes, int lengthAfter) {}

  private final String firstName;
  private final List<Change> unforced = new ArrayList<>();
  private byte[] seen = new byte[FIRST_BYTES];
  private int length;
  private byte[] forced = new byte[0];

  PowerFile(String firstName) {
    this.firstName = firstName;
  }

  /** What it was called when it was made. */
  String firstName() {
    return firstName;
  }

  int length() {
    return length;
  }

  int read(ByteBuffer into, long at) {
    if (at >= length) {
      return -1;
    }
    int count = Math.min(into.remaining(), length - (int) at);
    into.put(seen, (int) at, count);
    return count;
  }

  int write(ByteBuffer from, long at) {
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    int end = Math.toIntExact(at + bytes.length);
    if (end > seen.length) {
      seen = Arrays.copyOf(seen, Math.max(end, seen.length * 2));
    }
    System.arraycopy(bytes, 0, seen, (int) at, bytes.length);
    length = Math.max(length, end);
    unforced.add(new Change(at, bytes, length));
    return bytes.length;
  }

  void truncate(int wanted) {
    if (wanted < length) {
      Arrays.fill(seen, wanted, length, (byte) 0);
      length = wanted;
      unforced.add(new Change(0, new byte[0], length));
    }
  }

  void force() {
    forced = Arrays.copyOf(seen, length);
    unforced.clear();
  }

  /**
   * The power goes: of what was not forced each sector is old, new, or anything it was in between,
   * whatever became of its neighbours, and the length is one that the file once had.
   */
  void cut(RandomGenerator random) {
    int survivors = random.nextInt(unforced.size() + 1);
    int after = survivors == 0 ? forced.length : unforced.get(survivors - 1).lengthAfter();
    byte[] found = Arrays.copyOf(forced, after);
    for (Map.Entry<Integer, List<Change>> sector : touched().entrySet()) {
      int from = sector.getKey() * SECTOR_BYTES;
      int to = Math.min(from + SECTOR_BYTES, after);
      List<Change> changes = sector.getValue();
      for (Change change : changes.subList(0, random.nextInt(changes.size() + 1))) {
        copy(change, found, from, to);
      }
    }
    forced = found;
    seen = found.clone();
    length = after;
    unforced.clear();
  }

  private Map<Integer, List<Change>> touched() {
    Map<Integer, List<Change>> sectors = new TreeMap<>();
    for (Change change : unforced) {
      int last = (int) (change.at() + change.bytes().length - 1) / SECTOR_BYTES;
      for (int i = (int) change.at() / SECTOR_BYTES; change.bytes().length > 0 && i <= last; i++) {
        sectors.computeIfAbsent(i, _ -> new ArrayList<>()).add(change);
      }
    }
    return sectors;
  }

  private static void copy(Change change, byte[] into, int from, int to) {
    int start = Math.max(from, (int) change.at());
    int end = Math.min(to, (int) change.at() + change.bytes().length);
    if (start < end) {
      System.arraycopy(change.bytes(), start - (int) change.at(), into, start, end - start);
    }
  }
}
