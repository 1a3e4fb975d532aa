package dev.throughline.server.blob;

import dev.throughline.server.blob.store.StoredPart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of parts that were cut off, so that only the rest is sent again. It lies on the disk of
 * this server, of which it takes a few whole parts at most, and nothing depends on it: after a
 * restart, on another server, or when there is no room, a part is sent from its begin. Any thread.
 */
final class BegunParts implements AutoCloseable {
  /** So long what nobody goes on with stays. */
  static final Duration KEPT = Duration.ofHours(6);

  private static final Logger log = LoggerFactory.getLogger(BegunParts.class);

  private final Path folder;
  private final int most;
  private final InstantSource clock;

  /** Those used least first. */
  private final Map<Key, BegunPart> parts = new LinkedHashMap<>();

  /** Said once, and not for every part. */
  private boolean isUnwritable;

  /**
   * Keeps nothing yet.
   *
   * @param most parts at once, each of which may take the length of a whole one
   */
  BegunParts(Path folder, int most, InstantSource clock) {
    this.folder = folder;
    this.most = most;
    this.clock = clock;
  }

  /** A part by what it is to become: parts of other content never share a byte. */
  record Key(UUID upload, int index, String digest) {}

  /**
   * Takes the turn to send a part.
   *
   * @param from where it goes on; 0 to send it from its begin
   * @return empty when less than that is there, or there is no room to keep what comes
   */
  synchronized Optional<BegunPart.Turn> take(Key key, int from) {
    BegunPart known = parts.remove(key);
    if (known != null) {
      parts.put(key, known);
    }
    if (known == null || from > known.length()) {
      return from == 0 ? fresh(key) : Optional.empty();
    }
    return Optional.of(known.take(from, clock.instant()));
  }

  private Optional<BegunPart.Turn> fresh(Key key) {
    if (!hasRoom()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      BegunPart part = new BegunPart(open(Files.createTempFile(folder, "part", ".begun")), now());
      parts.put(key, part);
      isUnwritable = false;
      return Optional.of(part.take(0, now()));
    } catch (IOException e) {
      if (!isUnwritable) {
        log.warn("Parts that are cut off cannot be kept ({}).", e.getClass().getSimpleName());
      }
      isUnwritable = true;
      return Optional.empty();
    }
  }

  private Instant now() {
    return clock.instant();
  }

  /** Such a file goes with its channel, however this process ends. */
  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private boolean hasRoom() {
    Iterator<BegunPart> eldest = parts.values().iterator();
    while (parts.size() >= most && eldest.hasNext()) {
      BegunPart part = eldest.next();
      if (!part.isBusy()) {
        part.close();
        eldest.remove();
      }
    }
    return parts.size() < most;
  }

  /**
   * Ends a turn. What came stays when it was cut off, unless another one sends it now.
   *
   * @param isCut else it was stored, or is of no use
   */
  synchronized void end(Key key, BegunPart.Turn turn, boolean isCut) {
    BegunPart part = parts.get(key);
    if (turn.end() && part != null && (!isCut || part.length() == 0)) {
      part.close();
      parts.remove(key);
    }
  }

  /** What is there of the parts of a session. */
  synchronized List<StoredPart> of(UUID upload) {
    return parts.entrySet().stream()
        .filter(entry -> entry.getKey().upload().equals(upload))
        .map(entry -> shown(entry.getKey(), entry.getValue().length()))
        .filter(part -> part.length() > 0)
        .toList();
  }

  private static StoredPart shown(Key key, long length) {
    return new StoredPart(key.index(), length, Optional.of(key.digest()));
  }

  /** Throws away what came of a session that is over. */
  synchronized void forget(UUID upload) {
    drop(entry -> entry.getKey().upload().equals(upload));
  }

  /** Throws away what nobody goes on with. */
  synchronized void sweep() {
    Instant then = now().minus(KEPT);
    drop(entry -> !entry.getValue().isBusy() && entry.getValue().touched().isBefore(then));
  }

  private void drop(Predicate<Map.Entry<Key, BegunPart>> which) {
    parts.entrySet().stream().filter(which).map(Map.Entry::getValue).forEach(BegunPart::close);
    parts.entrySet().removeIf(which);
  }

  @Override
  public synchronized void close() {
    drop(_ -> true);
  }
}
