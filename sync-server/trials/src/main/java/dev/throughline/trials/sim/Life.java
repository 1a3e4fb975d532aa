package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.sync.Joining;
import dev.throughline.desktop.sync.Puller;
import dev.throughline.desktop.sync.Pusher;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.Self;
import dev.throughline.desktop.sync.ServerClock;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.trials.memory.MemoryMedium;
import dev.throughline.trials.memory.StopPoint;
import dev.throughline.trials.memory.StopPoints;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A desktop from its start to its end: the real ledger, pusher and puller over what its disks held.
 * What is on the stack when it ends is unwound at the next stop point it comes to.
 */
final class Life {
  private static final long POLL_MIN_MILLIS = 600_000;
  private static final long POLL_MAX_MILLIS = 3_600_000;

  private final World world;
  private final Device device;
  private final Wire wire;
  private final ServerClock serverClock = new ServerClock();
  private final Loop pushing;
  private final Loop pulling;
  private @Nullable Ledger ledger;
  private boolean isGreeting;
  private boolean isGreeted;
  private boolean isOver;
  private long yields;

  Life(World world, Device device) {
    this.world = world;
    this.device = device;
    this.wire = new Wire(world, this);
    this.pushing = new Loop(world, this, 5);
    this.pulling = new Loop(world, this, 6);
  }

  /** Opens journal and store as the desktop does; may stop half way. */
  void open() throws JournalException {
    var journal = world.mistake.journal(device.journal(), stops());
    LocalStore store = new LocalStore(new MemoryMedium(device.store(), stops()));
    if (store.position().compareTo(journal.end()) > 0) {
      store.standAt(journal.end());
    }
    Ledger opened = new Ledger(journal, store, device::nextId, device::clock);
    ledger = opened;
    Pusher pusher = new Pusher(opened, device::name, serverClock);
    Puller puller = new Puller(opened);
    pushing.start(() -> rounds(() -> pusher.round(wire)));
    pulling.start(() -> rounds(() -> pull(puller)));
  }

  Ledger ledger() {
    return java.util.Objects.requireNonNull(ledger, "the desktop is not open");
  }

  Device device() {
    return device;
  }

  boolean isOver() {
    return isOver;
  }

  void end() {
    isOver = true;
  }

  void requireAlive() {
    if (isOver) {
      throw new Crash(device);
    }
  }

  StopPoints stops() {
    return this::pass;
  }

  private void pass(StopPoint point) {
    requireAlive();
    device.passed(point);
    boolean isBetweenCalls = point == StopPoint.REQUEST_SENT || point == StopPoint.ANSWER_HERE;
    Dice dice = Dice.of(world.script.seed(), 7, device.no(), device.lives(), yields++);
    if (isBetweenCalls && world.hasFaults && dice.chance(20)) {
      world.timeline.pass(dice.below(2_000));
      requireAlive();
    }
  }

  /** Does something a person asked for; what it leaves is pushed soon. */
  void gesture(Runnable work) {
    work.run();
    pushing.wake(world.hasFaults ? 50 : 1);
  }

  void wakePull(long millis) {
    pulling.wake(millis);
  }

  void wake() {
    pushing.wake(1);
    pulling.wake(1);
  }

  @FunctionalInterface
  private interface Work {
    Round round() throws JournalException;
  }

  private Round rounds(Work work) {
    try {
      Round round = greet();
      while (round instanceof Round.Done(_, boolean more) && more) {
        round = work.round();
        if (round instanceof Round.Done(int moved, _) && moved > 0) {
          pulling.wake(1);
        }
      }
      if (round instanceof Round.Away) {
        isGreeted = false;
      }
      return round;
    } catch (JournalException | StoreDamaged e) {
      throw new IllegalStateException(e);
    }
  }

  private Round greet() throws JournalException {
    if (isGreeted && !serverClock.isOld(device.clock().toEpochMilli())) {
      return new Round.Done(0, true);
    }
    if (isGreeting) {
      return new Round.Away("greeting", 0);
    }
    isGreeting = true;
    try {
      Round round =
          new Joining(ledger(), device::clock, serverClock).greet(wire, Self.called(device.name()));
      isGreeted = round instanceof Round.Done;
      return round;
    } finally {
      isGreeting = false;
    }
  }

  private Round pull(Puller puller) {
    long before = ledger().store().mark().cursorSeq();
    Round round = puller.round(wire);
    long after = ledger().store().mark().cursorSeq();
    if (after < before) {
      world.violated("I8", device.name() + " went back from " + before + " to " + after);
    }
    Optional<PullAnswer> answer = wire.takeLastPulled();
    if (after > before && device.takeAgain()) {
      answer.ifPresent(this::applyAgain);
    }
    return round;
  }

  /** A batch that comes twice must do what it does once: the second time it is refused. */
  private void applyAgain(PullAnswer answer) {
    var before = Views.of(ledger().store());
    try {
      ledger().store().apply(answer);
      world.violated("I11", device.name() + " took the same changes twice");
    } catch (StoreDamaged _) {
      if (!Views.of(ledger().store()).equals(before)) {
        world.violated("I11", device.name() + " changed by changes it refused");
      }
    }
  }

  /** Polls rarely, because weeks go by in a run; a hint or a gesture comes first nearly always. */
  long pollMillis(Dice dice) {
    return dice.between(POLL_MIN_MILLIS, world.hasFaults ? 8 * POLL_MAX_MILLIS : POLL_MAX_MILLIS);
  }
}
