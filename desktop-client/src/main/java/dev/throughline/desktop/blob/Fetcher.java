package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.SoundElsewhere.Why;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Gets blobs from the server, part by part, each only once it is wanted. A part counts when it has
 * the digest the manifest names, opens under the key, and the manifest is the one the record names.
 * Any thread.
 */
final class Fetcher {
  private static final int TRIES_MAX = 3;
  private static final int AHEAD_MAX = 2;
  private static final long REST_MILLIS = 500;

  private final RecordingBook book;
  private final PartCache cache;
  private final Supplier<Optional<BlobTransport>> way;
  private final Background background;
  private final Rest rest;
  private final Set<String> coming = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ahead = new AtomicInteger();

  Fetcher(
      RecordingBook book,
      PartCache cache,
      Supplier<Optional<BlobTransport>> way,
      Background background,
      Rest rest) {
    this.book = book;
    this.cache = cache;
    this.way = way;
    this.background = background;
    this.rest = rest;
  }

  /**
   * A blob that the record names.
   *
   * @return empty when it names none, or its key is not here
   * @throws SoundElsewhere when its manifest is not here and the server has none of that name
   */
  Optional<Wanted> wanted(Recording recording, BlobRole role, Duration patience)
      throws IOException {
    String id = role.namedIn(recording);
    Optional<byte[]> secret = book.secret(recording);
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    BlobKey key = new BlobKey(recording.id(), role);
    Optional<BlobManifest> known = cache.manifest(key, id);
    BlobManifest manifest = known.isPresent() ? known.get() : fetched(key, id, patience);
    return Optional.of(new Wanted(key, manifest, key.cipher(secret.get())));
  }

  private BlobManifest fetched(BlobKey key, String id, Duration patience) throws IOException {
    BlobManifest manifest = asked(its -> its.manifest(key), () -> 0, patience);
    if (!manifest.id().equals(id)) {
      throw new SoundElsewhere(Why.DAMAGED);
    }
    cache.keep(key, manifest);
    return manifest;
  }

  /**
   * The content of one part, from here or from the server.
   *
   * @param patience how long the server may be away
   * @throws SoundElsewhere when it cannot be had
   */
  byte[] content(Wanted wanted, int index, Duration patience) throws IOException {
    return content(wanted, index, patience, Narrow.WIDE);
  }

  /** The same for one of several lanes, of which only some move bytes at once. */
  byte[] content(Wanted wanted, int index, Duration patience, Narrow moving) throws IOException {
    Optional<byte[]> here = cached(wanted, index);
    if (here.isPresent()) {
      return here.get();
    }
    String name = wanted.key().folderName() + index;
    awaitOther(name);
    try {
      Optional<byte[]> came = cached(wanted, index);
      return came.isPresent() ? came.get() : fetched(wanted, index, patience, moving);
    } finally {
      synchronized (coming) {
        coming.remove(name);
        coming.notifyAll();
      }
    }
  }

  /** Two that want the same part do not both ask for it. */
  private void awaitOther(String name) throws InterruptedIOException {
    synchronized (coming) {
      try {
        while (!coming.add(name)) {
          coming.wait();
        }
      } catch (InterruptedException _) {
        throw interrupted();
      }
    }
  }

  private Optional<byte[]> cached(Wanted wanted, int index) throws IOException {
    Optional<byte[]> part = cache.part(wanted.key(), index);
    Optional<byte[]> content = part.flatMap(its -> wanted.cipher().open(index, its));
    if (part.isPresent() && content.isEmpty()) {
      cache.drop(wanted.key(), index);
    }
    return content;
  }

  private byte[] fetched(Wanted wanted, int index, Duration patience, Narrow moving)
      throws IOException {
    BlobManifest manifest = wanted.manifest();
    long from = (long) index * BlobManifest.PART_BYTES;
    for (int i = 0; i < TRIES_MAX; i++) {
      Coming coming = new Coming(manifest.length(index));
      asked(its -> moving.pass(() -> its.read(wanted.key(), from, coming)), coming::came, patience);
      byte[] part = coming.bytes();
      if (Sha256.hex(part).equals(manifest.parts().get(index))) {
        byte[] content = opened(wanted, index, part);
        cache.keep(wanted.key(), index, part);
        return content;
      }
    }
    throw new SoundElsewhere(Why.DAMAGED);
  }

  /** One at a time: each takes as much memory as the part again. */
  private synchronized byte[] opened(Wanted wanted, int index, byte[] part) throws SoundElsewhere {
    return wanted.cipher().open(index, part).orElseThrow(() -> new SoundElsewhere(Why.OTHER_KEY));
  }

  /**
   * Asks a second time at once, whatever the answer: a connection may be cut, and a question may be
   * another one when it arrives. An answer that is cut off over and over goes on at once each time,
   * as long as more of it comes.
   */
  private <T> T asked(
      Function<BlobTransport, Reply<T>> question, IntSupplier came, Duration patience)
      throws IOException {
    long left = patience.toMillis();
    for (int tries = 1; ; tries++) {
      int had = came.getAsInt();
      BlobTransport to = way.get().orElseThrow(() -> new SoundElsewhere(Why.NO_SERVER));
      switch (question.apply(to)) {
        case Reply.Ok<T>(T value) -> {
          return value;
        }
        case Reply.Refused<T> _ -> {
          if (tries > 1) {
            throw new SoundElsewhere(Why.ABSENT);
          }
        }
        case Reply.Unreachable<T>(_, long after) -> {
          tries = came.getAsInt() - had >= BlobLimits.GAIN_BYTES ? 0 : tries;
          long pause = tries <= 1 ? after : Math.max(after, REST_MILLIS);
          if (pause > left) {
            throw new SoundElsewhere(Why.AWAY);
          }
          left -= pause;
          rest(pause);
        }
      }
    }
  }

  private void rest(long millis) throws InterruptedIOException {
    try {
      rest.rest(millis);
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("nobody waits for it any more");
  }

  /** Begins to get a part that will be wanted soon; whether it comes shows then. */
  void ahead(Wanted wanted, int index) {
    if (index >= wanted.manifest().parts().size() || cache.has(wanted.key(), index)) {
      return;
    }
    if (ahead.incrementAndGet() > AHEAD_MAX) {
      ahead.decrementAndGet();
      return;
    }
    background.loop(
        "blobs-ahead",
        () -> {
          try {
            content(wanted, index, Duration.ZERO);
          } catch (IOException _) {
            // Whoever gets there asks again, and is told.
          } finally {
            ahead.decrementAndGet();
          }
        });
  }
}
