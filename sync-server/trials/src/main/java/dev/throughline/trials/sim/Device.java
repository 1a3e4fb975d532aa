package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.trials.memory.JournalDisk;
import dev.throughline.trials.memory.StopPoint;
import dev.throughline.trials.memory.StoreDisk;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One person's computer: its disks, its clock, its network, and the desktop that runs on it. */
final class Device {
  private static final long RESTART_MILLIS_MAX = 90_000;

  private final World world;
  private final int no;
  private final int origin;
  private final JournalDisk journal = new JournalDisk();
  private final StoreDisk store = new StoreDisk();
  private final Dice ids;
  private final Map<String, String> seen = new HashMap<>();
  private final Set<OpId> saved = new LinkedHashSet<>();
  private Optional<Life> life = Optional.empty();
  private int lives;
  private long skewMillis;
  private long cutUntil;
  private long asleepUntil;
  private long requests;
  private int stopsLeft;
  private boolean losesStore;
  private boolean isAgain;

  /**
   * @param origin the device whose profile this one has a copy of; its own number for one that has
   *     a profile of its own
   */
  Device(World world, int no, int origin) {
    this.world = world;
    this.no = no;
    this.origin = origin;
    this.ids = Dice.of(world.script.seed(), 8, no);
    this.skewMillis = Clocks.skew(Dice.of(world.script.seed(), 9, no));
  }

  int no() {
    return no;
  }

  int origin() {
    return origin;
  }

  /** Begins with a profile as it lies on another computer's disks, open or not. */
  void takeDisksOf(Device other) {
    journal.copyOf(other.journal);
    store.copyOf(other.store);
  }

  String name() {
    return "d" + no;
  }

  int lives() {
    return lives;
  }

  JournalDisk journal() {
    return journal;
  }

  StoreDisk store() {
    return store;
  }

  Optional<Life> life() {
    return life;
  }

  UUID nextId() {
    return Uuids.version7(clock().toEpochMilli(), ids.next(), ids.next());
  }

  Instant clock() {
    return world.serverTime().plusMillis(skewMillis);
  }

  void jump(long newSkewMillis) {
    skewMillis = newSkewMillis;
  }

  boolean isCut() {
    return world.timeline.now() < Math.max(cutUntil, asleepUntil);
  }

  boolean isAsleep() {
    return world.timeline.now() < asleepUntil;
  }

  void cut(long millis) {
    cutUntil = world.timeline.now() + millis;
    world.timeline.at(cutUntil, () -> life.ifPresent(Life::wake));
  }

  void sleep(long millis) {
    asleepUntil = world.timeline.now() + millis;
    world.timeline.at(asleepUntil, () -> life.ifPresent(Life::wake));
  }

  void applyNextPullTwice() {
    isAgain = true;
  }

  boolean takeAgain() {
    boolean was = isAgain;
    isAgain = false;
    return was;
  }

  /** What the person last saw in a text; they may type on it after it has changed. */
  String lastSeen(RecordId record, String field, String otherwise) {
    return seen.getOrDefault(record + "/" + field, otherwise);
  }

  void sees(RecordId record, String field, String text) {
    seen.put(record + "/" + field, text);
  }

  /** The desktop said that this operation is saved. */
  void saved(OpId op) {
    saved.add(op);
  }

  /** Operations the desktop called saved. */
  Set<OpId> saved() {
    return saved;
  }

  /** Dice for the fate of the next request. */
  Dice nextRequest() {
    return Dice.of(world.script.seed(), 10, no, requests++);
  }

  /** The desktop stops when it has passed so many more stop points. */
  void stopAfter(int stops, boolean withStore) {
    stopsLeft = stops;
    losesStore = withStore;
  }

  void passed(StopPoint point) {
    if (stopsLeft > 0 && --stopsLeft == 0) {
      world.note(name(), "stops at " + point);
      throw new Crash(this);
    }
  }

  /** No more faults from here; whatever is off goes on again. */
  void calm() {
    stopsLeft = 0;
    cutUntil = 0;
    asleepUntil = 0;
    if (life.isEmpty()) {
      start();
    }
    life.ifPresent(Life::wake);
  }

  void start() {
    if (life.isPresent()) {
      return;
    }
    lives++;
    Life next = new Life(world, this);
    life = Optional.of(next);
    act(
        next,
        () -> {
          try {
            next.open();
          } catch (JournalException | StoreDamaged e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Does something as this life of the desktop; where that stops, so does this. */
  void act(Life as, Runnable work) {
    if (as.isOver()) {
      return;
    }
    try {
      work.run();
    } catch (Crash crash) {
      if (crash.machine != this) {
        throw crash;
      }
      if (!as.isOver()) {
        fall(as);
      }
    } catch (RuntimeException e) {
      world.violated("I1", name() + " failed: " + causes(e));
    }
  }

  private static String causes(Throwable e) {
    return e + (e.getCause() == null ? "" : " because of " + causes(e.getCause()));
  }

  private void fall(Life as) {
    world.tally.add(Tally.Of.CRASHES, 1);
    as.end();
    life = Optional.empty();
    Dice dice = Dice.of(world.script.seed(), 11, no, lives);
    journal.crash(dice.below(2));
    if (losesStore) {
      store.wipe();
    } else if (dice.chance(40)) {
      store.lose(dice.below(6));
    }
    losesStore = false;
    stopsLeft = 0;
    world.timeline.after(dice.between(500, RESTART_MILLIS_MAX), this::start);
  }
}
