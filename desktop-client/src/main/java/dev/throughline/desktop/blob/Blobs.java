package dev.throughline.desktop.blob;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.sync.BackOff;
import dev.throughline.desktop.sync.Signal;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The recordings of a profile on their way: sends those made here, gets those of others when they
 * are wanted, and says where each is. Needs no click, and nothing but a server to go on after any
 * cut. Any thread, but calls that say so block and are not for the UI thread.
 */
public final class Blobs implements AutoCloseable {
  private static final System.Logger log = System.getLogger(Blobs.class.getName());

  private final BlobParts parts;
  private final RecordingBook book;
  private final Originals originals;
  private final Uploads uploads;
  private final Proxies proxies;
  private final PartCache cache;
  private final Fetcher fetcher;
  private final Offline offline;
  private final Heard heard;
  private final Listening listening;
  private final Withdrawing withdrawing;
  private final BlobStates states;
  private final Traffic traffic;
  private final Shelf shelf;
  private final Signal send = new Signal();
  private final Signal make = new Signal();
  private final Signal fetch = new Signal();
  private final Signal again = new Signal();
  private final AtomicReference<Optional<BlobTransport>> way =
      new AtomicReference<>(Optional.empty());
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Runnable unlisten;
  private volatile boolean isClosed;

  private Blobs(BlobParts parts, PartCache cache) {
    this.parts = parts;
    this.cache = cache;
    Background background = parts.background();
    this.book = new RecordingBook(parts.ledger());
    this.originals = new Originals(parts.disk(), parts.folders(), book, parts.growing());
    this.uploads = new Uploads(originals, background, parts.clock(), this::tell);
    this.proxies = new Proxies(originals);
    this.fetcher = new Fetcher(book, cache, this::way, background, again::await);
    this.offline = new Offline(book, fetcher, cache, background, this::tell);
    this.heard =
        new Heard(
            parts.disk(),
            parts.folders().heard(),
            fetcher,
            cache,
            new Decoding(background, DecodingLimits.USUAL),
            background,
            parts.random(),
            parts.clock(),
            parts.limits());
    this.withdrawing = new Withdrawing(parts, originals, cache, heard);
    this.states = new BlobStates(uploads, this::way);
    this.listening =
        new Listening(
            book,
            originals,
            fetcher,
            cache,
            heard,
            () -> way().isPresent() && !uploads.isMetered(),
            parts.limits().patience());
    this.traffic = new Traffic(book, uploads, states, offline, cache, this::way);
    this.shelf = new Shelf(originals, uploads, cache);
    this.unlisten =
        parts
            .ledger()
            .store()
            .onChange(
                changed -> {
                  if (changed.touches(Recording.KIND.name())
                      || changed.touches(MediaKey.KIND.name())) {
                    if (changed.isEverything()) {
                      withdrawing.look();
                    }
                    lookAgain();
                  }
                });
  }

  /**
   * Opens what is kept of blobs in a profile; nothing travels before {@link #start}.
   *
   * @throws IOException when the folders cannot be made or read
   */
  public static Blobs open(BlobParts parts) throws IOException {
    Leftovers.sweep(parts);
    return new Blobs(parts, PartCache.open(parts.disk(), parts.folders().cache(), parts.limits()));
  }

  /** Starts to work; recordings that were cut off must be in order by now. */
  public void start() {
    withdrawing.look();
    heard.sweep();
    BackOff sending = new BackOff(parts.jitter());
    BackOff fetching = new BackOff(parts.jitter());
    loop("blobs-send", send, () -> wait(sendTurn(), sending, true));
    loop("blobs-fetch", fetch, () -> wait(fetchTurn(), fetching, false));
    loop("blobs-make", make, this::makeTurn);
  }

  private void loop(String name, Signal signal, Supplier<Long> turn) {
    parts
        .background()
        .loop(
            name,
            () -> {
              try {
                while (!isClosed) {
                  signal.await(turn.get());
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Optional<BlobTransport> way() {
    return Objects.requireNonNull(way.get());
  }

  private Turn sendTurn() {
    try {
      uploads.look();
      Optional<BlobTransport> to = way();
      return to.isPresent() ? uploads.round(to.get()) : new Turn.Later(Uploads.IDLE_MILLIS);
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private Turn fetchTurn() {
    if (way().isEmpty() || uploads.isPaused()) {
      return new Turn.Later(Uploads.IDLE_MILLIS);
    }
    try {
      return offline.round(key -> !isClosed && uploads.mayGo(key));
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private long makeTurn() {
    try {
      new Dropping(originals).sweep();
      if (way().isPresent() && proxies.makeNext()) {
        uploads.proxyMade();
        send.wake();
        return 0;
      }
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
    return Uploads.IDLE_MILLIS;
  }

  private static Turn failed(Exception e) {
    log.log(System.Logger.Level.WARNING, "blobs wait", e);
    return new Turn.Later(Uploads.IDLE_MILLIS);
  }

  private long wait(Turn turn, BackOff backOff, boolean isSending) {
    return switch (turn) {
      case Turn.Later(long millis) -> {
        backOff.reset();
        setAway(false, isSending);
        yield millis;
      }
      case Turn.Away(long asked, boolean hasMoved) -> {
        if (hasMoved) {
          backOff.reset();
        }
        setAway(true, isSending);
        yield backOff.next(asked);
      }
      case Turn.Over _ -> Uploads.IDLE_MILLIS;
    };
  }

  private void setAway(boolean away, boolean isSending) {
    if (isSending && states.setAway(away)) {
      tell();
    }
  }

  /** Uses this way from now on; the one before is closed. */
  public void connect(BlobTransport to) {
    swap(Optional.of(to));
  }

  /** Uses no server any more. */
  public void disconnect() {
    swap(Optional.empty());
  }

  private void swap(Optional<BlobTransport> next) {
    Objects.requireNonNull(way.getAndSet(next)).ifPresent(BlobTransport::close);
    states.forget();
    lookAgain();
    again.wake();
    tell();
  }

  private void lookAgain() {
    uploads.lookAgain();
    send.wake();
    make.wake();
    fetch.wake();
  }

  /** Stops or resumes everything that travels by itself; what somebody wants to hear comes. */
  public void setPaused(boolean paused) {
    uploads.setPaused(paused);
    lookAgain();
    tell();
  }

  /** Whether {@link #setPaused} stopped it. */
  public boolean isPaused() {
    return uploads.isPaused();
  }

  /** Whether the network costs money: originals wait then, either way; small copies go. */
  public void setMetered(boolean metered) {
    uploads.setMetered(metered);
    lookAgain();
    tell();
  }

  public boolean isMetered() {
    return uploads.isMetered();
  }

  /**
   * Calls back after states changed, on any thread and often.
   *
   * @return takes the listener away again
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** Where the original of a recording is, as far as this computer knows; asks nobody. */
  public BlobState state(Recording recording) {
    return states.of(recording);
  }

  /** Asks the server where the original of a recording is. Blocks. */
  public BlobState ask(Recording recording) {
    BlobState state = states.ask(recording);
    tell();
    return state;
  }

  /**
   * The best sound there is of a recording: every sample from here, else from the server, else the
   * small copy. Blocks while it is begun; reading blocks where something is missing, as long as
   * {@link BlobLimits#patience}.
   *
   * @return empty when its key is not here, or nothing of it is anywhere yet
   * @throws SoundElsewhere when it is on the server and cannot be had now
   * @throws IOException when what lies here cannot be read
   */
  public Optional<PcmReader> open(Recording recording) throws IOException {
    return listening.open(recording);
  }

  /**
   * Pours the small copy of a recording from its begin into a target, keeping none of it. Blocks.
   *
   * @return whether there is one, and all of it came
   */
  public boolean small(Recording recording, PcmTarget target) throws IOException {
    return listening.small(recording, target);
  }

  /** How many bytes a recording takes that is made available offline. Blocks. */
  public OptionalLong offlineBytes(Recording recording) throws IOException {
    Optional<Wanted> wanted = offline.wanted(recording);
    return wanted.isPresent()
        ? OptionalLong.of(wanted.get().manifest().size())
        : OptionalLong.empty();
  }

  /** Gets all of a recording, and keeps it until {@link #letGo}. Blocks for its manifest only. */
  public void makeOffline(Recording recording) throws IOException {
    Optional<Wanted> wanted = offline.wanted(recording);
    if (wanted.isPresent()) {
      cache.pin(wanted.get().key());
      fetch.wake();
      tell();
    }
  }

  /** Whether somebody wants a recording offline. */
  public boolean isWantedOffline(Recording recording) {
    return cache.pinned().stream().anyMatch(key -> key.record().equals(recording.id()));
  }

  /** How much of what is wanted offline is here, 0 to 100. Blocks. */
  public int offlinePercent(Recording recording) throws IOException {
    return offline.wanted(recording).map(offline::percent).orElse(0);
  }

  /** What was kept for a recording may go when room is needed. */
  public void letGo(Recording recording) throws IOException {
    cache.unpin(recording.id());
    tell();
  }

  /** What goes and comes now. */
  public Traffic traffic() {
    return traffic;
  }

  /** What lies on this computer. */
  public Shelf shelf() {
    return shelf;
  }

  /**
   * Removes what lies here of recordings that were withdrawn from this desktop, or erased. To be
   * called when all that may be here has come from the server. Blocks.
   *
   * @return how many originals made here stay, sealed, because the server has not verified them
   */
  public int clearWithdrawn() {
    return withdrawing.clear();
  }

  /** Removes the original from this computer, if the server has it for certain. Blocks. */
  public Dropped drop(Recording recording) {
    Dropped dropped = new Dropping(originals).drop(recording, way());
    if (dropped instanceof Dropped.Gone) {
      shelf.forget(recording.id());
      tell();
    }
    return dropped;
  }

  /**
   * Keeps an imported file, read to its end, as the original of its recording, sealed. Blocks.
   *
   * @throws IOException when it cannot be read, or the disk refuses
   */
  public void keepOriginal(Recording recording, InputStream file) throws IOException {
    originals.keep(recording, file);
    lookAgain();
  }

  @Override
  public void close() {
    isClosed = true;
    unlisten.run();
    uploads.stop();
    proxies.stop();
    disconnect();
  }
}
