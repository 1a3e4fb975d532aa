package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Background;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything that is to be sent from this computer: small copies first, then what is being
 * recorded, then the rest. One thread works; any may ask and switch.
 */
final class Uploads {
  static final long IDLE_MILLIS = 60_000;

  /** However the clock is set meanwhile. */
  private static final long WAIT_MAX_MILLIS = Arrival.AGAIN_MILLIS;

  /** So many that are there are asked for again before others get their turn. */
  private static final int AGAIN_MAX = 20;

  private static final Logger log = Logger.getLogger(Uploads.class.getName());

  private static final class Entry {
    final Upload upload;
    volatile long due;
    volatile boolean isOver;
    volatile boolean isHere;

    /** Whether nobody answered for it the last time. */
    volatile boolean isUnanswered;

    private final Waits waits = new Waits();

    Entry(Upload upload) {
      this.upload = upload;
    }

    BlobKey key() {
      return upload.key();
    }
  }

  private final Originals originals;
  private final Background background;
  private final InstantSource clock;
  private final Runnable told;
  private final Map<BlobKey, Entry> entries = new ConcurrentHashMap<>();
  private volatile boolean isPaused;
  private volatile boolean isMetered;
  private volatile boolean isStopped;
  private volatile boolean isStale = true;
  private volatile boolean isProxyNew;

  Uploads(Originals originals, Background background, InstantSource clock, Runnable told) {
    this.originals = originals;
    this.background = background;
    this.clock = clock;
    this.told = told;
  }

  void setPaused(boolean paused) {
    isPaused = paused;
  }

  boolean isPaused() {
    return isPaused;
  }

  void setMetered(boolean metered) {
    isMetered = metered;
  }

  boolean isMetered() {
    return isMetered;
  }

  /** Sends nothing more. */
  void stop() {
    isStopped = true;
  }

  /** Looks anew for what there is to send, at the next turn. */
  void lookAgain() {
    isStale = true;
  }

  /** A small copy is ready, and goes before originals that are under way. */
  void proxyMade() {
    isProxyNew = true;
    isStale = true;
  }

  /** What is sent of one blob; empty when it does not come from here. */
  Optional<Upload> find(BlobKey key) {
    return Optional.ofNullable(entries.get(key)).map(entry -> entry.upload);
  }

  /** What is not verified yet, in the order it is sent. */
  List<Upload> underWay() {
    return entries.values().stream()
        .filter(entry -> !entry.isOver && !(entry.upload.state() instanceof BlobState.OnServer))
        .sorted(order())
        .map(entry -> entry.upload)
        .toList();
  }

  /** Whether the sound of a blob lies here because it was made here. */
  boolean isHere(BlobKey key) {
    return Optional.ofNullable(entries.get(key)).filter(entry -> entry.isHere).isPresent();
  }

  /** The sound of a blob does not lie here any more. */
  void gone(BlobKey key) {
    Optional.ofNullable(entries.get(key)).ifPresent(entry -> entry.isHere = false);
  }

  /** Works until nothing can be done for now. */
  Turn round(BlobTransport way) {
    if (isPaused || isStopped) {
      return new Turn.Later(IDLE_MILLIS);
    }
    try {
      look();
    } catch (IOException _) {
      return new Turn.Later(Upload.LOOK_MILLIS);
    }
    int again = 0;
    for (Entry entry : inOrder()) {
      if (isThere(entry) && again++ >= AGAIN_MAX) {
        return Turn.AT_ONCE;
      }
      Turn turn = mayGo(entry.key()) ? turn(entry, way) : new Turn.Later(IDLE_MILLIS);
      if (turn instanceof Turn.Away || turn.equals(Turn.AT_ONCE)) {
        return turn;
      }
    }
    return new Turn.Later(untilNext());
  }

  private Turn turn(Entry entry, BlobTransport way) {
    Turn turn = worked(entry, way);
    switch (turn) {
      case Turn.Later(long millis) -> entry.due = clock.millis() + millis;
      case Turn.Over _ -> entry.isOver = true;
      // The whole server may be away, or trouble with this one alone: others come before it now.
      case Turn.Away(long _, boolean hasMoved) -> entry.isUnanswered = !hasMoved;
    }
    if (!(turn instanceof Turn.Away)) {
      answered(entry);
    }
    return turn;
  }

  /** Whatever is wrong with one of them, the others go on. */
  private Turn worked(Entry entry, BlobTransport way) {
    boolean yields = entry.key().role() == BlobRole.ORIGINAL;
    try {
      return entry.upload.turn(
          way, () -> mayGo(entry.key()) && !isStopped && !(yields && isProxyNew));
    } catch (RuntimeException e) {
      log.log(Level.WARNING, "a recording could not be sent", e);
      return entry.upload.broken();
    }
  }

  private static boolean isThere(Entry entry) {
    return entry.upload.state() instanceof BlobState.OnServer;
  }

  /** The server is there; so what it did not answer for has trouble of its own, and waits. */
  private void answered(Entry entry) {
    entry.isUnanswered = false;
    entry.waits.reset();
    for (Entry other : entries.values()) {
      if (other.isUnanswered) {
        other.isUnanswered = false;
        other.due = clock.millis() + other.waits.next();
      }
    }
  }

  /** Whether pause and network let a blob travel, either way. */
  boolean mayGo(BlobKey key) {
    return !isPaused && !(isMetered && key.role() == BlobRole.ORIGINAL);
  }

  private List<Entry> inOrder() {
    long now = clock.millis();
    return entries.values().stream()
        .filter(entry -> !entry.isOver && isDue(entry, now))
        .sorted(order())
        .toList();
  }

  private Comparator<Entry> order() {
    return Comparator.comparing((Entry entry) -> isThere(entry))
        .thenComparing(entry -> entry.isUnanswered)
        .thenComparing(entry -> entry.key().role() != BlobRole.PROXY)
        .thenComparing(entry -> !isGrowing(entry))
        .thenComparing(entry -> entry.key().record());
  }

  private boolean isGrowing(Entry entry) {
    return originals.growing().safeFrames(entry.key().record()).isPresent();
  }

  private static boolean isDue(Entry entry, long now) {
    return entry.due <= now || entry.due > now + WAIT_MAX_MILLIS;
  }

  private long untilNext() {
    long now = clock.millis();
    return entries.values().stream()
        .filter(entry -> !entry.isOver && mayGo(entry.key()))
        .mapToLong(entry -> Math.clamp(entry.due - now, 0, IDLE_MILLIS))
        .min()
        .orElse(IDLE_MILLIS);
  }

  /** Looks for what there is to send, if something changed since. */
  void look() throws IOException {
    isProxyNew = false;
    if (!isStale) {
      return;
    }
    isStale = false;
    int known = entries.size();
    try {
      for (RecordId id : originals.recorded()) {
        addIfRead(new BlobKey(id, BlobRole.ORIGINAL));
      }
      for (BlobKey key : originals.kept()) {
        addIfRead(key);
      }
    } catch (IOException e) {
      isStale = true;
      throw e;
    }
    // What changed may be just what somebody waits for.
    entries.values().stream()
        .filter(entry -> !(entry.upload.state() instanceof BlobState.Arrived) && !isThere(entry))
        .forEach(entry -> entry.due = 0);
    if (entries.size() > known) {
      told.run();
    }
  }

  /** What cannot be read of one keeps no other from being sent. */
  private void addIfRead(BlobKey key) {
    try {
      add(key);
    } catch (IOException | RuntimeException e) {
      log.log(Level.WARNING, "what is known of a recording cannot be read", e);
    }
  }

  private void add(BlobKey key) throws IOException {
    Entry known = entries.get(key);
    if (known != null) {
      comes(known);
    } else if (originals.book().find(key.record()).isPresent()) {
      Entry entry = new Entry(new Upload(key, originals, background, told));
      entry.isHere = liesHere(key);
      // What lies here still can be sent again, should the server have lost it.
      entry.isOver = entry.upload.wasVerified() && (key.role() == BlobRole.PROXY || !entry.isHere);
      entries.put(key, entry);
      told.run();
    }
  }

  /** A recording has its folder a moment before its first sound. */
  private void comes(Entry known) throws IOException {
    if (!known.isHere && liesHere(known.key())) {
      known.isHere = true;
      told.run();
    }
  }

  private boolean liesHere(BlobKey key) throws IOException {
    return originals.isHere(key.record()) || !originals.own(key).there().isEmpty();
  }
}
