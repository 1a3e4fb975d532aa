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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /** Lies in a folder once all of it was decoded; without it the folder is of no use. */
  private static final String WHOLE = "whole";

  /** Decoded sound is large; it can always be decoded again. */
  private static final int FOLDERS_MAX = 4;

  private static final int FRAMES_AT_ONCE = 16_384;

  private final Disk disk;
  private final Path folder;
  private final Fetcher fetcher;
  private final PartCache cache;
  private final Decoding decoding;
  private final Background background;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<BlobKey, HeardWriting> underWay = new HashMap<>();

  Heard(
      Disk disk,
      Path folder,
      Fetcher fetcher,
      PartCache cache,
      Decoding decoding,
      Background background,
      SecureRandom random,
      InstantSource clock) {
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
      if (known == null && isWhole(at)) {
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
      isKnown = underWay.containsKey(wanted.key()) || isWhole(at);
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

  private boolean isWhole(Path at) throws IOException {
    return names(at).contains(WHOLE);
  }

  private HeardWriting begin(Recording recording, Wanted wanted, byte[] secret, Path at)
      throws IOException {
    makeRoom();
    delete(at);
    disk.createFolder(folder);
    HeardWriting writing =
        new HeardWriting(disk, at, recording.id(), secret.clone(), random, clock.millis());
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
        disk.write(at.resolve(WHOLE), new byte[0]);
      }
    } catch (SoundElsewhere e) {
      writing.fail(e.why());
    } catch (IOException e) {
      log.log(Level.WARNING, "sound could not be decoded: " + key.folderName(), e);
      writing.fail(Why.DISK);
    } finally {
      cache.release(key);
      synchronized (this) {
        underWay.remove(key);
      }
    }
  }

  /** All parts, checked, and on disk: the process that decodes reads them there. */
  private void fetch(Wanted wanted) throws IOException {
    AtomicReference<Optional<IOException>> trouble = new AtomicReference<>(Optional.empty());
    List<Integer> all = IntStream.range(0, wanted.manifest().parts().size()).boxed().toList();
    Lanes.run(
        background,
        all,
        index -> {
          try {
            fetcher.content(wanted, index, BlobLimits.USUAL.patience());
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

  private void makeRoom() throws IOException {
    List<String> all = names(folder);
    for (String name : all.subList(0, Math.max(0, all.size() - FOLDERS_MAX + 1))) {
      boolean isBusy = underWay.keySet().stream().anyMatch(key -> key.folderName().equals(name));
      if (!isBusy && BlobKey.ofFolder(name).isPresent()) {
        delete(folder.resolve(name));
      }
    }
  }

  /** The mark goes first: a folder that is half deleted must not pass for a whole one. */
  private void delete(Path at) throws IOException {
    disk.deleteIfExists(at.resolve(WHOLE));
    for (String name : names(at)) {
      disk.deleteIfExists(at.resolve(name));
    }
    disk.deleteIfExists(at);
  }

  private List<String> names(Path at) throws IOException {
    try {
      return disk.list(at).stream().map(path -> path.getFileName().toString()).toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }
}
