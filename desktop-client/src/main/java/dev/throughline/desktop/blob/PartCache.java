package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of blobs as they came, sealed. When they are too many, those go that were not used for
 * longest; what somebody wants offline stays, and does not count. Any thread.
 */
final class PartCache {
  private static final String PINNED = " pinned";

  private record PartKey(BlobKey key, int index) {}

  private final Disk disk;
  private final Path folder;
  private final BlobLimits limits;
  private final Map<PartKey, Integer> parts = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<BlobKey, BlobManifest> manifests = new HashMap<>();
  private final Set<BlobKey> used = new LinkedHashSet<>();
  private final Set<BlobKey> pinned = new LinkedHashSet<>();
  private final Set<BlobKey> held = new LinkedHashSet<>();

  private PartCache(Disk disk, Path folder, BlobLimits limits) {
    this.disk = disk;
    this.folder = folder;
    this.limits = limits;
  }

  /**
   * Opens the cache in a folder, which is made.
   *
   * @throws IOException when the folder cannot be read
   */
  static PartCache open(Disk disk, Path folder, BlobLimits limits) throws IOException {
    PartCache cache = new PartCache(disk, folder, limits);
    disk.createFolder(folder);
    cache.read();
    return cache;
  }

  private void read() throws IOException {
    Set<BlobKey> known = new LinkedHashSet<>();
    for (String line : lines()) {
      String name =
          line.endsWith(PINNED) ? line.substring(0, line.length() - PINNED.length()) : line;
      BlobKey.ofFolder(name).ifPresent(known::add);
      BlobKey.ofFolder(name).filter(_ -> line.endsWith(PINNED)).ifPresent(pinned::add);
    }
    List<BlobKey> all = new ArrayList<>();
    for (Path path : disk.list(folder)) {
      BlobKey.ofFolder(path.getFileName().toString()).ifPresent(all::add);
    }
    // What no line names is older than everything that was used in order.
    all.stream().filter(key -> !known.contains(key)).forEach(used::add);
    used.addAll(known);
    for (BlobKey key : List.copyOf(used)) {
      readParts(key);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(list(), StandardCharsets.US_ASCII);
    } catch (IOException _) {
      return List.of();
    }
  }

  private void readParts(BlobKey key) throws IOException {
    PartFolder at = at(key);
    Optional<BlobManifest> manifest = at.manifest();
    for (int index : at.there()) {
      if (manifest.filter(its -> index < its.parts().size()).isPresent()) {
        parts.put(new PartKey(key, index), manifest.get().length(index));
      } else {
        at.delete(index);
      }
    }
    manifest.ifPresent(its -> manifests.put(key, its));
  }

  private Path list() {
    return folder.resolve("list");
  }

  private PartFolder at(BlobKey key) {
    return new PartFolder(disk, folder.resolve(key.folderName()));
  }

  /** The manifest that was kept under this id. */
  synchronized Optional<BlobManifest> manifest(BlobKey key, String id) {
    return Optional.ofNullable(manifests.get(key)).filter(its -> its.id().equals(id));
  }

  /** Keeps a manifest; parts of another one under this key are of no use any more. */
  synchronized void keep(BlobKey key, BlobManifest manifest) throws IOException {
    if (manifest.equals(manifests.get(key))) {
      return;
    }
    for (PartKey part : List.copyOf(parts.keySet())) {
      if (part.key().equals(key)) {
        drop(key, part.index());
      }
    }
    at(key).write(manifest);
    manifests.put(key, manifest);
    touch(key);
  }

  /** Says that a blob is in use now; the next start remembers. */
  synchronized void touch(BlobKey key) throws IOException {
    used.remove(key);
    used.add(key);
    writeList();
  }

  private void writeList() throws IOException {
    StringBuilder lines = new StringBuilder();
    used.forEach(
        key ->
            lines.append(key.folderName()).append(pinned.contains(key) ? PINNED : "").append('\n'));
    disk.write(list(), lines.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** A part as it came; empty when it is not here. */
  synchronized Optional<byte[]> part(BlobKey key, int index) throws IOException {
    if (parts.get(new PartKey(key, index)) == null) {
      return Optional.empty();
    }
    Optional<byte[]> part = at(key).part(index);
    if (part.isEmpty()) {
      parts.remove(new PartKey(key, index));
    }
    return part;
  }

  synchronized boolean has(BlobKey key, int index) {
    return parts.containsKey(new PartKey(key, index));
  }

  /** Keeps a part if there is room for it; whether it is kept. */
  synchronized boolean keep(BlobKey key, int index, byte[] part) {
    try {
      if (!makeRoom(key, part.length)) {
        return false;
      }
      at(key).write(index, part);
      parts.put(new PartKey(key, index), part.length);
      return true;
    } catch (IOException _) {
      // Whoever wanted it has it; the next one asks the server again.
      return false;
    }
  }

  /** What stays counts for the disk only. */
  private boolean makeRoom(BlobKey key, int length) throws IOException {
    return evict(length, stays(key) ? Long.MAX_VALUE : limits.cacheBytes() - length);
  }

  /**
   * Lets parts go, the least used first, until no more bytes are here than that and the disk has
   * room; whether that was reached.
   */
  private boolean evict(int length, long most) throws IOException {
    long sum = looseBytes();
    Iterator<Map.Entry<PartKey, Integer>> eldest = eldestFirst().iterator();
    while (sum > most || disk.freeBytes(folder) - length < limits.freeBytes()) {
      if (!eldest.hasNext()) {
        return false;
      }
      Map.Entry<PartKey, Integer> entry = eldest.next();
      if (!stays(entry.getKey().key())) {
        drop(entry.getKey().key(), entry.getKey().index());
        sum -= entry.getValue();
      }
    }
    return true;
  }

  /** A copy: entries of the map itself change with it. */
  private List<Map.Entry<PartKey, Integer>> eldestFirst() {
    return parts.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private boolean stays(BlobKey key) {
    return pinned.contains(key) || held.contains(key);
  }

  synchronized void drop(BlobKey key, int index) throws IOException {
    parts.remove(new PartKey(key, index));
    at(key).delete(index);
  }

  /** Removes all of a blob; whether it could: what is being read stays until that is over. */
  synchronized boolean forget(BlobKey key) throws IOException {
    if (held.contains(key)) {
      return false;
    }
    for (PartKey part : List.copyOf(parts.keySet())) {
      if (part.key().equals(key)) {
        drop(key, part.index());
      }
    }
    Leftovers.delete(disk, at(key).path());
    manifests.remove(key);
    boolean wasUsed = used.remove(key);
    if (pinned.remove(key) || wasUsed) {
      writeList();
    }
    return true;
  }

  /** Where the parts of a blob lie, for whoever reads them itself; see {@link #hold}. */
  Path path(BlobKey key) {
    return at(key).path();
  }

  /** Lets nothing of a blob go until {@link #release}. */
  synchronized void hold(BlobKey key) {
    held.add(key);
  }

  synchronized void release(BlobKey key) {
    held.remove(key);
  }

  synchronized void pin(BlobKey key) throws IOException {
    pinned.add(key);
    touch(key);
  }

  synchronized void unpin(BlobKey key) throws IOException {
    pinned.remove(key);
    writeList();
    evict(0, limits.cacheBytes());
  }

  /** The same for all blobs of a recording. */
  synchronized void unpin(RecordId recording) throws IOException {
    for (BlobKey key : pinned()) {
      if (key.record().equals(recording)) {
        unpin(key);
      }
    }
  }

  synchronized List<BlobKey> pinned() {
    return List.copyOf(pinned);
  }

  /** How many bytes of a blob are here. */
  synchronized long bytes(BlobKey key) {
    BlobManifest manifest = manifests.get(key);
    if (manifest == null) {
      return 0;
    }
    long bytes = 0;
    for (int i = 0; i < manifest.parts().size(); i++) {
      bytes += parts.containsKey(new PartKey(key, i)) ? manifest.length(i) : 0;
    }
    return bytes;
  }

  /** How many bytes of parts are here in all. */
  synchronized long bytes() {
    return parts.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** How many bytes of parts are here that nobody wants offline. */
  synchronized long looseBytes() {
    return parts.entrySet().stream()
        .filter(entry -> !stays(entry.getKey().key()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
