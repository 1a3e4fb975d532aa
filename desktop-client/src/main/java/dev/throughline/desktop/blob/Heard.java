package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.SoundElsewhere.Why;
import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingResult;
import dev.throughline.desktop.sound.decode.SealedFile;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Sound of files that came from the server, decoded once and kept sealed like a recording. What is
 * decoded already can be heard while the rest is. Any thread.
 */
final class Heard {
  private static final Logger log = Logger.getLogger(Heard.class.getName());

  private static final int FRAMES_AT_ONCE = 16_384;

  private final Disk disk;
  private final Path folder;
  private final Fetcher fetcher;
  private final PartCache cache;
  private final Decoding decoding;
  private final Background background;
  private final SecureRandom random;
  private final InstantSource clock;
  private final HeardShelf shelf;
  private final Map<BlobKey, HeardWriting> underWay = new HashMap<>();

  Heard(
      Disk disk,
      Path folder,
      Fetcher fetcher,
      PartCache cache,
      Decoding decoding,
      Background background,
      SecureRandom random,
      InstantSource clock,
      BlobLimits limits) {
    this.shelf = new HeardShelf(disk, folder, limits);
    this.disk = disk;
    this.folder = folder;
    this.fetcher = fetcher;
    this.cache = cache;
    this.decoding = decoding;
    this.background = background;
    this.random = random;
    this.clock = clock;
  }

  /**
   * The sound of a file, from its begin as far as it is decoded, and further while it is read.
   *
   * @param patience how long whoever reads waits for what comes next
   * @throws SoundElsewhere when nothing of it came in that time
   */
  PcmReader open(Recording recording, Wanted wanted, byte[] secret, Duration patience)
      throws IOException {
    Path at = folder.resolve(wanted.key().folderName());
    HeardWriting writing;
    synchronized (this) {
      HeardWriting known = underWay.get(wanted.key());
      if (known == null && shelf.isWhole(at)) {
        shelf.touch(wanted.key());
        return SealedSound.open(disk, at, secret);
      }
      writing = known == null ? begin(recording, wanted, secret, at) : known;
    }
    writing.awaitBegin(patience);
    return new HeardPcm(disk, at, secret, writing, recording.millis(), patience);
  }

  /**
   * Pours the sound of a file into a target. Nothing of it is kept but the parts of the file; what
   * is decoded already, or is being, is not decoded again.
   *
   * @return whether all of it came
   */
  boolean pour(Recording recording, Wanted wanted, byte[] secret, PcmTarget target)
      throws IOException {
    Path at = folder.resolve(wanted.key().folderName());
    boolean isKnown;
    synchronized (this) {
      isKnown = underWay.containsKey(wanted.key()) || shelf.isWhole(at);
    }
    if (isKnown) {
      try (PcmReader known = open(recording, wanted, secret, BlobLimits.USUAL.patience())) {
        pour(known, target);
        return true;
      }
    }
    cache.hold(wanted.key());
    try {
      fetch(wanted);
      return decoding.decode(file(wanted, secret), target) instanceof DecodingResult.Decoded;
    } finally {
      cache.release(wanted.key());
    }
  }

  private static void pour(PcmReader from, PcmTarget to) throws IOException {
    to.begin(from.form());
    byte[] block = new byte[FRAMES_AT_ONCE * from.form().frameBytes()];
    long at = 0;
    for (int had = from.read(at, block); had > 0; had = from.read(at, block)) {
      to.take(block, had * from.form().frameBytes());
      at += had;
    }
  }

  private SealedFile file(Wanted wanted, byte[] secret) {
    BlobKey key = wanted.key();
    return new SealedFile(cache.path(key), secret.clone(), key.record(), key.role().wireName());
  }

  private HeardWriting begin(Recording recording, Wanted wanted, byte[] secret, Path at)
      throws IOException {
    Set<BlobKey> busy = Set.copyOf(underWay.keySet());
    shelf.makeRoom(HeardShelf.bytes(recording), busy);
    shelf.delete(at);
    disk.createFolder(folder);
    shelf.touch(wanted.key());
    HeardWriting writing =
        new HeardWriting(
            disk,
            at,
            recording.id(),
            secret.clone(),
            random,
            clock.millis(),
            () -> shelf.hasSpace());
    underWay.put(wanted.key(), writing);
    background.loop("blobs-decode", () -> decode(wanted, secret, at, writing));
    return writing;
  }

  private void decode(Wanted wanted, byte[] secret, Path at, HeardWriting writing) {
    BlobKey key = wanted.key();
    cache.hold(key);
    try (writing) {
      fetch(wanted);
      if (writing.end(decoding.decode(file(wanted, secret), writing))) {
        shelf.finish(at);
      }
    } catch (SoundElsewhere e) {
      writing.fail(e.why());
    } catch (IOException e) {
      log.log(Level.WARNING, "sound could not be decoded: " + key.folderName(), e);
      writing.fail(Why.DISK);
    } finally {
      cache.release(key);
      over(key);
    }
  }

  /** All parts, checked, and on disk: the process that decodes reads them there. */
  private void fetch(Wanted wanted) throws IOException {
    AtomicReference<Optional<IOException>> trouble = new AtomicReference<>(Optional.empty());
    Narrow moving = new Narrow(Lanes.MOVING);
    List<Integer> all = IntStream.range(0, wanted.manifest().parts().size()).boxed().toList();
    Lanes.run(
        background,
        all,
        index -> {
          try {
            fetcher.content(wanted, index, BlobLimits.USUAL.patience(), moving);
            if (!cache.has(wanted.key(), index)) {
              throw new SoundElsewhere(Why.DISK);
            }
            return true;
          } catch (IOException e) {
            trouble.set(Optional.of(e));
            return false;
          }
        });
    Optional<IOException> found = Objects.requireNonNull(trouble.get());
    if (found.isPresent()) {
      throw found.get();
    }
  }

  /** It may be longer than its record said. */
  private synchronized void over(BlobKey key) {
    underWay.remove(key);
    try {
      shelf.makeRoom(0, Set.copyOf(underWay.keySet()));
    } catch (IOException e) {
      log.log(Level.WARNING, "decoded sound takes more room than it should", e);
    }
  }

  /** Removes what was decoded only in part when the program ended, and what is too much. */
  synchronized void sweep() {
    try {
      shelf.sweep(Set.copyOf(underWay.keySet()));
    } catch (IOException e) {
      log.log(Level.WARNING, "decoded sound could not be looked through", e);
    }
  }

  /** Removes what was decoded of a blob; whether it could: not while it is being decoded. */
  synchronized boolean forget(BlobKey key) throws IOException {
    if (underWay.containsKey(key)) {
      return false;
    }
    shelf.delete(folder.resolve(key.folderName()));
    return true;
  }
}
