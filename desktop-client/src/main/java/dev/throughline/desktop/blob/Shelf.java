package dev.throughline.desktop.blob;

import dev.throughline.desktop.sound.decode.SealedFile;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What of recordings lies on this computer, and how much room it takes. Any thread. */
public final class Shelf {
  private final Originals originals;
  private final Uploads uploads;
  private final PartCache cache;

  /** Sizes of originals that do not change any more: they are many files each. */
  private final Map<RecordId, Long> sizes = new ConcurrentHashMap<>();

  Shelf(Originals originals, Uploads uploads, PartCache cache) {
    this.originals = originals;
    this.uploads = uploads;
    this.cache = cache;
  }

  /** Whether all of its original is here, made here or fetched; asks neither disk nor server. */
  public boolean isHere(Recording recording) {
    BlobKey key = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    return uploads.isHere(key) || isWhole(key, recording);
  }

  /** Whether it lies here because it was made here; asks neither disk nor server. */
  public boolean isMadeHere(Recording recording) {
    return uploads.isHere(new BlobKey(recording.id(), BlobRole.ORIGINAL));
  }

  /** How much a person may still write where recordings of others lie, in bytes. */
  public long freeBytes() throws IOException {
    return originals.disk().freeBytes(originals.folders().cache());
  }

  /** Whether all that somebody wanted offline of it is here; asks neither disk nor server. */
  public boolean isOffline(Recording recording) {
    return cache.pinned().stream()
        .anyMatch(key -> key.record().equals(recording.id()) && isWhole(key, recording));
  }

  /** How much of what is wanted offline is here, 0 to 100; asks neither disk nor server. */
  public int percent(Recording recording) {
    for (BlobKey key : cache.pinned()) {
      Optional<BlobManifest> manifest = cache.manifest(key, key.role().namedIn(recording));
      if (key.record().equals(recording.id()) && manifest.isPresent()) {
        long size = Math.max(1, manifest.get().size());
        return Math.clamp(cache.bytes(key) * 100 / size, 0, 100);
      }
    }
    return 0;
  }

  private boolean isWhole(BlobKey key, Recording recording) {
    return cache
        .manifest(key, key.role().namedIn(recording))
        .filter(manifest -> manifest.size() > 0 && cache.bytes(key) >= manifest.size())
        .isPresent();
  }

  /**
   * How much room recordings take. Looks at the disk.
   *
   * @throws IOException when it cannot be read
   */
  public DiskRoom room() throws IOException {
    long own = 0;
    for (RecordId id : all()) {
      own += bytes(id);
    }
    long pinned = cache.pinned().stream().mapToLong(cache::bytes).sum();
    long heard = 0;
    for (Path folder : list(originals.folders().heard())) {
      heard += size(folder);
    }
    return new DiskRoom(own, pinned, cache.bytes() - pinned + heard, freeBytes());
  }

  /**
   * The originals that may go, because the server said once that it read them back; it is asked
   * again when they do. The largest first. Looks at the disk.
   *
   * @throws IOException when it cannot be read
   */
  public List<Removable> removable() throws IOException {
    List<Removable> all = new ArrayList<>();
    for (RecordId id : all()) {
      Optional<Recording> recording = originals.book().find(id).filter(it -> it.state().isEnded());
      if (recording.isPresent() && isVerified(recording.get()) && bytes(id) > 0) {
        all.add(new Removable(recording.get(), bytes(id)));
      }
    }
    all.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
    return all;
  }

  private boolean isVerified(Recording recording) throws IOException {
    PartFolder own = originals.own(new BlobKey(recording.id(), BlobRole.ORIGINAL));
    Optional<String> id = own.manifest().map(BlobManifest::id);
    return id.isPresent() && id.get().equals(recording.original()) && own.isVerified(id.get());
  }

  /** An original has gone from here. */
  void forget(RecordId recording) {
    sizes.remove(recording);
    uploads.gone(new BlobKey(recording, BlobRole.ORIGINAL));
  }

  private Set<RecordId> all() throws IOException {
    Set<RecordId> all = new LinkedHashSet<>(originals.recorded());
    originals.kept().stream()
        .filter(key -> key.role() == BlobRole.ORIGINAL)
        .forEach(key -> all.add(key.record()));
    return all;
  }

  private long bytes(RecordId id) throws IOException {
    Long known = sizes.get(id);
    if (known != null) {
      return known;
    }
    BlobKey key = new BlobKey(id, BlobRole.ORIGINAL);
    long bytes = size(originals.folder(id));
    for (int index : originals.own(key).there()) {
      bytes += Files.size(SealedFile.part(originals.own(key).path(), index));
    }
    if (originals.own(key).manifest().isPresent()) {
      sizes.put(id, bytes);
    }
    return bytes;
  }

  private long size(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : list(folder)) {
      bytes += Files.exists(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  private List<Path> list(Path folder) throws IOException {
    try {
      return originals.disk().list(folder);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    }
  }
}
