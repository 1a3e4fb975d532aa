package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lets copies on this computer go, one at a time and only when a person asks for it: the server
 * must say, now, that it has read back this very blob.
 */
record Dropping(Originals originals) {
  /** No recording is called so, so that nobody takes what is left of one for one. */
  private static final String GONE = "gone-";

  Dropped drop(Recording recording, Optional<BlobTransport> way) {
    if (!recording.state().isEnded()
        || originals.growing().safeFrames(recording.id()).isPresent()) {
      return new Dropped.Kept(Dropped.Why.NOT_OVER);
    }
    BlobKey key = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    try {
      Optional<BlobManifest> manifest = originals.own(key).manifest();
      Optional<String> id = manifest.map(BlobManifest::id);
      if (manifest.isPresent() && !isWhole(key, manifest.get())) {
        return new Dropped.Kept(Dropped.Why.NOT_VERIFIED);
      }
      if (way.isEmpty()) {
        return new Dropped.Kept(Dropped.Why.AWAY);
      }
      if (id.isEmpty() || !id.get().equals(recording.original())) {
        return new Dropped.Kept(Dropped.Why.NOT_VERIFIED);
      }
      return switch (way.get().standing(key)) {
        case Reply.Ok<Standing>(Standing standing) when standing.isVerified(id.get()) ->
            removed(recording);
        case Reply.Ok<Standing> _, Reply.Refused<Standing> _ ->
            new Dropped.Kept(Dropped.Why.NOT_VERIFIED);
        case Reply.Unreachable<Standing> _ -> new Dropped.Kept(Dropped.Why.AWAY);
      };
    } catch (IOException _) {
      return new Dropped.Kept(Dropped.Why.DISK);
    }
  }

  /** Whether what lies here is no more than what was sent. */
  private boolean isWhole(BlobKey key, BlobManifest sent) throws IOException {
    Optional<Content> here = originals.content(key);
    if (here.isEmpty()) {
      return true;
    }
    try (Content content = here.get()) {
      return content.size() <= sent.size();
    }
  }

  private Dropped removed(Recording recording) throws IOException {
    remove(recording.id());
    return new Dropped.Gone();
  }

  /** Removes an original from here, whatever anybody says of it. */
  void remove(RecordId id) throws IOException {
    Disk disk = originals.disk();
    Path folder = originals.folder(id);
    if (originals.isHere(id)) {
      disk.move(folder, folder.resolveSibling(GONE + id));
      disk.syncFolder(originals.folders().recordings());
    }
    originals.own(new BlobKey(id, BlobRole.ORIGINAL)).deleteParts();
    sweep();
  }

  /** Removes what was let go and is still there; after a crash in between, too. */
  void sweep() throws IOException {
    Disk disk = originals.disk();
    for (Path path : list(originals.folders().recordings())) {
      if (path.getFileName().toString().startsWith(GONE)) {
        for (Path file : list(path)) {
          disk.deleteIfExists(file);
        }
        disk.deleteIfExists(path);
      }
    }
  }

  private List<Path> list(Path folder) throws IOException {
    try {
      return originals.disk().list(folder);
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }
}
