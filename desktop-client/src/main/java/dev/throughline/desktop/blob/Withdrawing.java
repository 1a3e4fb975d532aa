package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Removes what lies here of recordings whose record went out of reach, or whose key was erased: the
 * sealed sound, parts that came, and what was decoded of them. An original that was made here stays
 * as long as the server has not said that it read it back: it may be the only one.
 *
 * <p>A record counts as gone when it was here since the start and is not any more. One that never
 * was may only not have come yet, such as after the local store was made anew.
 */
final class Withdrawing {
  private static final System.Logger log = System.getLogger(Withdrawing.class.getName());

  /** More recordings than anybody has at once. */
  private static final int LIST_BYTES_MAX = 16 << 20;

  private final BlobFolders folders;
  private final Disk disk;
  private final LocalStore store;
  private final Originals originals;
  private final PartCache cache;
  private final Heard heard;
  private final Set<RecordId> present = new HashSet<>();

  Withdrawing(BlobParts parts, Originals originals, PartCache cache, Heard heard) {
    this.folders = parts.folders();
    this.disk = parts.disk();
    this.store = parts.ledger().store();
    this.originals = originals;
    this.cache = cache;
    this.heard = heard;
  }

  /** Looks which records are here; those that are gone since the last look are noted for good. */
  synchronized void look() {
    try {
      Set<RecordId> local = local();
      Set<RecordId> here = store.findAll(local).keySet();
      Set<RecordId> gone = new TreeSet<>(present);
      gone.removeAll(here);
      gone.retainAll(local);
      present.clear();
      present.addAll(here);
      Set<RecordId> noted = noted();
      if (noted.addAll(gone)) {
        write(noted);
      }
    } catch (IOException e) {
      log.log(System.Logger.Level.WARNING, "what was withdrawn is looked for later", e);
    }
  }

  /**
   * Removes what was noted; to be called when everything that may be here has come. What came back
   * meanwhile is left alone.
   *
   * @return how many originals stay because the server has not verified them
   */
  synchronized int clear() {
    try {
      return cleared();
    } catch (IOException e) {
      log.log(System.Logger.Level.WARNING, "what was withdrawn is removed later", e);
      return 0;
    }
  }

  private int cleared() throws IOException {
    int kept = 0;
    Set<RecordId> noted = noted();
    Set<RecordId> left = new TreeSet<>();
    for (RecordId id : noted) {
      if (store.find(id).isPresent()) {
        continue;
      }
      if (!remove(id)) {
        left.add(id);
        kept += originals.isHere(id) ? 1 : 0;
      }
    }
    for (RecordId id : local()) {
      if (isErased(id)) {
        remove(id);
      }
    }
    if (!left.equals(noted)) {
      write(left);
    }
    return kept;
  }

  /** Whether its key is here and says nothing any more. */
  private boolean isErased(RecordId id) {
    Optional<RecordView> key =
        originals.book().find(id).flatMap(Recording::key).flatMap(store::find);
    return key.filter(view -> view.kind().equals(MediaKey.KIND.name()))
        .filter(view -> MediaKey.from(view.id(), view.fields()).bytes().isEmpty())
        .isPresent();
  }

  /** Removes what may go; whether nothing is left. */
  private boolean remove(RecordId id) throws IOException {
    boolean isAll = true;
    for (BlobRole role : BlobRole.values()) {
      BlobKey key = new BlobKey(id, role);
      isAll &= heard.forget(key) && cache.forget(key);
    }
    BlobKey original = new BlobKey(id, BlobRole.ORIGINAL);
    if (originals.growing().safeFrames(id).isPresent() || !mayGo(original)) {
      return false;
    }
    new Dropping(originals).remove(id);
    disk.deleteIfExists(folders.waves().resolve(BlobFolders.waveName(id)));
    disk.deleteIfExists(folders.waves().resolve(BlobFolders.smallWaveName(id)));
    for (BlobRole role : BlobRole.values()) {
      Leftovers.delete(disk, originals.own(new BlobKey(id, role)).path());
    }
    return isAll;
  }

  /** Whether no original lies here, or the server swore that it has this very one. */
  private boolean mayGo(BlobKey original) throws IOException {
    PartFolder own = originals.own(original);
    Optional<BlobManifest> manifest = own.manifest();
    boolean isVerified = manifest.isPresent() && own.isVerified(manifest.get().id());
    return isVerified || (!originals.isHere(original.record()) && own.there().isEmpty());
  }

  /** The recordings of which something lies here. */
  private Set<RecordId> local() throws IOException {
    Set<RecordId> all = new TreeSet<>(originals.recorded());
    for (Path folder : new Path[] {folders.own(), folders.cache(), folders.heard()}) {
      for (Path path : Leftovers.list(disk, folder)) {
        BlobKey.ofFolder(path.getFileName().toString()).map(BlobKey::record).ifPresent(all::add);
      }
    }
    return all;
  }

  private Path list() {
    return folders.own().resolveSibling("withdrawn");
  }

  private Set<RecordId> noted() throws IOException {
    try (FileChannel channel = disk.open(list(), StandardOpenOption.READ)) {
      byte[] bytes = Channels.newInputStream(channel).readNBytes(LIST_BYTES_MAX);
      return new String(bytes, StandardCharsets.US_ASCII)
          .lines()
          .flatMap(line -> RecordId.parse(line).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (NoSuchFileException _) {
      return new TreeSet<>();
    }
  }

  private void write(Set<RecordId> ids) throws IOException {
    disk.createFolder(AtomicFile.folderOf(list()));
    String lines = ids.stream().map(id -> id + "\n").collect(Collectors.joining());
    disk.write(list(), lines.getBytes(StandardCharsets.US_ASCII));
  }
}
