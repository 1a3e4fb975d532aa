package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What lies on this computer because it was made here. Any thread. */
record Originals(Disk disk, BlobFolders folders, RecordingBook book, Growing growing) {
  /** The recordings whose sound has a folder here. */
  List<RecordId> recorded() throws IOException {
    try {
      return disk.list(folders.recordings()).stream()
          .flatMap(path -> RecordId.parse(path.getFileName().toString()).stream())
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /** The blobs that are kept for sending, or were sent. */
  List<BlobKey> kept() throws IOException {
    try {
      return disk.list(folders.own()).stream()
          .flatMap(path -> BlobKey.ofFolder(path.getFileName().toString()).stream())
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /** Where the blob is kept that is sent from here, or what is known of it. */
  PartFolder own(BlobKey key) {
    return new PartFolder(disk, folders.own().resolve(key.folderName()));
  }

  Path folder(RecordId recording) {
    return folders.recordings().resolve(recording.toString());
  }

  boolean isHere(RecordId recording) throws IOException {
    try {
      return !disk.list(folder(recording)).isEmpty();
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /**
   * The sound of a recording that lies here; of one that is being made, as far as it is safe.
   *
   * @return empty when it lies elsewhere or waits to be put in order
   * @throws IOException when it cannot be read
   */
  Optional<SealedSound> sound(Recording recording, byte[] secret) throws IOException {
    if (!isHere(recording.id())) {
      return Optional.empty();
    }
    Path folder = folder(recording.id());
    // What grows here is not over, whatever anybody writes into its record.
    Optional<LongSupplier> safe = growing.safeFrames(recording.id());
    if (safe.isPresent()) {
      return Optional.of(SealedSound.follow(disk, folder, secret, safe.get()));
    }
    return recording.state().isEnded()
        ? Optional.of(SealedSound.open(disk, folder, secret))
        : Optional.empty();
  }

  /**
   * Keeps a file as the original of its recording, sealed.
   *
   * @param file is read to its end and not closed
   */
  void keep(Recording recording, InputStream file) throws IOException {
    BlobKey key = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    byte[] secret =
        book.secret(recording).orElseThrow(() -> new IOException("its key is not here"));
    PartFolder own = own(key);
    if (own.manifest().isEmpty()) {
      try (SealingOutput out = new SealingOutput(own, key.cipher(secret))) {
        file.transferTo(out);
        out.finish();
      }
    }
  }

  /**
   * What is to be sent of a blob.
   *
   * @return empty while there is nothing
   * @throws IOException when it cannot be read
   */
  Optional<Content> content(BlobKey key) throws IOException {
    Optional<Recording> recording = book.find(key.record());
    Optional<byte[]> secret = recording.flatMap(book::secret);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    boolean isKept =
        key.role() == BlobRole.PROXY || recording.get().state() == RecordingState.IMPORTED;
    if (isKept) {
      PartFolder folder = own(key);
      Optional<BlobManifest> manifest = folder.manifest();
      return manifest.map(whole -> new KeptContent(folder, whole));
    }
    boolean isOver =
        recording.get().state().isEnded() && growing.safeFrames(recording.get().id()).isEmpty();
    return sound(recording.get(), secret.get())
        .map(sound -> new RecordedContent(sound, key.cipher(secret.get()), isOver));
  }
}
