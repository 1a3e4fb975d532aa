package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordHistory;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a profile in step with its server: three threads that push, pull and listen, each with its
 * own back-off, none waiting for another. Going away and coming back needs no click.
 */
public final class SyncLoop implements AutoCloseable {
  /** Pulls at least this often, in case a hint was lost; jitter comes on top. */
  private static final long POLL_MILLIS = 45_000;

  /** So that many desktops do not return to a server at once that asked for time. */
  private static final long QUIET_JITTER_MILLIS = 1_000;

  /** No log stands there. */
  private static final long UNKNOWN = -1;

  private final Ledger ledger;
  private final Function<URI, SyncTransport> transports;
  private final Supplier<Self> self;
  private final SyncStatus status;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ServerClock serverClock = new ServerClock();
  private final Signal push = new Signal();
  private final Signal pull = new Signal();
  private final Signal hints = new Signal();
  private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
  private final AtomicLong toldHead = new AtomicLong(UNKNOWN);
  private volatile boolean isPaused;
  private volatile boolean isClosed;

  /** A server in use; {@code isGreeted} turns true once it said welcome. */
  private static final class Connection {
    final SyncTransport transport;
    final Quiet quiet;
    boolean isGreeted;

    Connection(SyncTransport transport, InstantSource clock) {
      this.transport = transport;
      this.quiet = new Quiet(clock);
    }
  }

  /** Prepares the loop; {@link #start} runs it. */
  public SyncLoop(
      Ledger ledger,
      Function<URI, SyncTransport> transports,
      Supplier<Self> self,
      SyncStatus status,
      InstantSource clock,
      RandomGenerator random) {
    this.ledger = ledger;
    this.transports = transports;
    this.self = self;
    this.status = status;
    this.clock = clock;
    this.random = random;
    ledger.store().onChange(_ -> count());
  }

  public static SyncStatus statusAt(long now) {
    return new SyncStatus(SyncState.local(now));
  }

  /** Starts the three threads. */
  public void start(Background background) {
    Pusher pusher = new Pusher(ledger, () -> self.get().author(), serverClock);
    Puller puller = new Puller(ledger);
    count();
    background.loop("sync-push", () -> run(push, pusher::round));
    background.loop("sync-pull", () -> run(pull, puller::round));
    background.loop("sync-hints", this::listen);
  }

  /** Uses this server from now on. */
  public void connect(URI server) {
    swap(new Connection(transports.apply(server), clock));
    status.update(state -> state.with(Mode.WAITING, clock.millis(), "", ""));
    wakeAll();
  }

  /** Uses no server any more. */
  public void disconnect() {
    swap(null);
    status.update(state -> state.with(Mode.LOCAL, clock.millis(), "", ""));
  }

  /** Stops or resumes; work goes on being saved here either way. */
  public void pause(boolean paused) {
    isPaused = paused;
    if (connection.get() != null) {
      Mode mode = paused ? Mode.PAUSED : Mode.WAITING;
      status.update(state -> state.with(mode, clock.millis(), "", ""));
    }
    wakeAll();
  }

  public boolean isPaused() {
    return isPaused;
  }

  /** Tries at once, whatever the back-off says. */
  public void tryNow() {
    Connection current = connection.get();
    if (current != null) {
      forgetGreeting(current);
      current.quiet.end();
    }
    wakeAll();
  }

  /** Goes on with what the person decided about removals that were held back. */
  public void decide(Brake.Decision decision) {
    ledger.store().brake().decide(decision);
    if (connection.get() != null && !isPaused) {
      status.update(state -> state.with(Mode.WAITING, clock.millis(), "", ""));
    }
    pull.wake();
  }

  /** Asks the server in use for the history of a record; empty while there is none to ask. */
  public Optional<Reply<RecordHistory>> history(RecordId record, long before, int limit) {
    return Optional.ofNullable(connection.get())
        .map(current -> current.transport.history(record, before, limit));
  }

  /** Asks the server in use for something; empty while there is none to ask. */
  public <T> Optional<Reply<T>> ask(Function<SyncTransport, Reply<T>> question) {
    return Optional.ofNullable(connection.get()).map(current -> question.apply(current.transport));
  }

  private void swap(@Nullable Connection next) {
    toldHead.set(UNKNOWN);
    Connection before = connection.getAndSet(next);
    if (before != null) {
      before.transport.close();
    }
  }

  private void wakeAll() {
    push.wake();
    pull.wake();
    hints.wake();
  }

  @FunctionalInterface
  private interface Step {
    Round round(SyncTransport transport) throws JournalException;
  }

  private void run(Signal signal, Step step) {
    BackOff backOff = new BackOff(random);
    boolean isWoken = true;
    while (!isClosed) {
      try {
        isWoken = signal.await(turn(step, backOff, signal == pull && isWoken));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /**
   * Works until there is nothing to do; answers how long to wait.
   *
   * @param mayRest whether what hello and hints told may show that there is nothing to do
   */
  private long turn(Step step, BackOff backOff, boolean mayRest) {
    Connection current = connection.get();
    if (current == null || isPaused) {
      return POLL_MILLIS;
    }
    long quiet = current.quiet.left();
    if (quiet > 0) {
      return quiet + random.nextLong(QUIET_JITTER_MILLIS);
    }
    Round round = rounds(current, step, mayRest);
    if (current != connection.get()) {
      return 0;
    }
    return switch (round) {
      case Round.Done _ -> {
        backOff.reset();
        settled();
        yield POLL_MILLIS + random.nextLong(POLL_MILLIS / 4);
      }
      case Round.Away away when away.equals(Round.RIGHTS_CHANGED) -> {
        forgetGreeting(current);
        yield backOff.soon();
      }
      case Round.Away(String reason, long after) -> {
        status.update(state -> state.with(Mode.OFFLINE, clock.millis(), "", reason));
        forgetGreeting(current);
        current.quiet.ask(after);
        yield backOff.next(after);
      }
      case Round.Blocked(String code, String sentence) -> {
        status.update(state -> state.with(Mode.BLOCKED, clock.millis(), code, sentence));
        yield POLL_MILLIS;
      }
      case Round.Held _ -> {
        status.update(state -> state.with(Mode.HELD, clock.millis(), "", ""));
        yield POLL_MILLIS;
      }
    };
  }

  private Round rounds(Connection current, Step step, boolean mayRest) {
    try {
      Round round = greet(current);
      if (round instanceof Round.Done && mayRest && standsAt(toldHead.get())) {
        return new Round.Done(0, false);
      }
      while (round instanceof Round.Done(_, boolean more) && more && !isClosed && !isPaused) {
        round = step.round(current.transport);
        if (round instanceof Round.Done(int moved, _) && moved > 0) {
          count();
          toldHead.set(UNKNOWN);
          pull.wake();
        }
      }
      return round;
    } catch (JournalException | StoreDamaged e) {
      log(e);
      return new Round.Blocked(
          "SYN-03",
          "Sync stopped because this computer's disk refused a write. Your work is in the journal;"
              + " free some space and sync goes on.");
    } catch (RuntimeException e) {
      log(e);
      return new Round.Away("an answer made no sense", 0);
    }
  }

  private Round greet(Connection current) throws JournalException {
    synchronized (current) {
      boolean isKnown = current.isGreeted;
      if (isKnown && !serverClock.isOld(clock.millis())) {
        return new Round.Done(0, true);
      }
      Joining joining = new Joining(ledger, clock, serverClock);
      Round round = joining.greet(current.transport, self.get());
      tell(joining.head());
      current.isGreeted = round instanceof Round.Done;
      if (current.isGreeted && !isKnown) {
        status.update(state -> state.with(Mode.WAITING, clock.millis(), "", ""));
      }
      return round;
    }
  }

  private static void forgetGreeting(Connection current) {
    synchronized (current) {
      current.isGreeted = false;
    }
  }

  private void settled() {
    LocalStore.Counts counts = ledger.store().counts();
    status.update(
        state ->
            counts.waiting() == 0 && state.mode() != Mode.BLOCKED && state.mode() != Mode.HELD
                ? state
                    .counted(0, counts.parked())
                    .with(Mode.SAVED, clock.millis(), "", "")
                    .synced(clock.millis())
                : state.counted(counts.waiting(), counts.parked()));
  }

  /** Counts what waits after every change, and wakes the pusher when there is something. */
  private void count() {
    LocalStore.Counts counts = ledger.store().counts();
    status.update(
        state -> {
          SyncState counted = state.counted(counts.waiting(), counts.parked());
          boolean nowWaits = state.mode() == Mode.SAVED && counts.waiting() > 0;
          return nowWaits ? counted.with(Mode.WAITING, clock.millis(), "", "") : counted;
        });
    if (counts.waiting() > 0) {
      push.wake();
    }
  }

  /** The server tells its head when it is asked to, and whenever that has moved. */
  private void hinted(long head) {
    tell(head);
    if (!standsAt(head)) {
      pull.wake();
    }
  }

  /** Hello and hints come on two threads; the farther of them counts. */
  private void tell(long head) {
    toldHead.accumulateAndGet(head, Math::max);
  }

  private boolean standsAt(long head) {
    return ledger.store().cursor().filter(cursor -> cursor.seq() == head).isPresent();
  }

  private void listen() {
    BackOff backOff = new BackOff(random);
    while (!isClosed) {
      Connection current = connection.get();
      if (current != null && !isPaused && current.quiet.left() == 0) {
        current.transport.listen(
            () -> {
              backOff.reset();
              push.wake();
            },
            this::hinted);
      }
      try {
        hints.await(current == null || isPaused ? POLL_MILLIS : backOff.next(0));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static void log(Exception e) {
    System.getLogger(SyncLoop.class.getName()).log(System.Logger.Level.WARNING, "sync failed", e);
  }

  @Override
  public void close() {
    isClosed = true;
    swap(null);
    wakeAll();
  }
}
