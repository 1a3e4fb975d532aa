package dev.throughline.trials.sim;

import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.sync.Round;
import java.util.function.Supplier;

/** One of a desktop's two loops, as {@code SyncLoop} turns them: work, wait, back off, wake. */
final class Loop {
  private static final long FIRST_MILLIS = 400;
  private static final int DOUBLINGS_MAX = 6;
  private static final int RARE_AFTER = 12;
  private static final long RARE_MILLIS = 3_600_000;

  private final World world;
  private final Life life;
  private final int salt;
  private Supplier<Round> rounds = () -> new Round.Done(0, false);
  private boolean isWorking;
  private boolean isWoken;
  private long dueAt = Long.MAX_VALUE;
  private long turns;
  private int failures;

  Loop(World world, Life life, int salt) {
    this.world = world;
    this.life = life;
    this.salt = salt;
  }

  void start(Supplier<Round> work) {
    rounds = work;
    wake(100);
  }

  /** Turns again soon, whatever it was waiting for. */
  void wake(long millis) {
    if (isWorking) {
      isWoken = true;
      return;
    }
    long at = world.timeline.now() + millis;
    if (at < dueAt) {
      dueAt = at;
      world.timeline.at(at, () -> due(at));
    }
  }

  private void due(long at) {
    if (at == dueAt && !isWorking) {
      dueAt = Long.MAX_VALUE;
      life.device().act(life, this::turn);
    }
  }

  private void turn() {
    isWorking = true;
    isWoken = false;
    Round round;
    try {
      round = rounds.get();
    } finally {
      isWorking = false;
    }
    Dice dice =
        Dice.of(world.script.seed(), salt, life.device().no(), life.device().lives(), turns++);
    wake(isWoken ? 1 : waitAfter(round, dice));
  }

  private long waitAfter(Round round, Dice dice) {
    return switch (round) {
      case Round.Done _ -> {
        failures = 0;
        yield life.pollMillis(dice);
      }
      case Round.Away _ -> backOff(dice);
      case Round.Held _ -> {
        // The person at this desktop takes the removals in.
        life.ledger().store().brake().decide(Brake.Decision.APPLY);
        yield 1;
      }
      case Round.Blocked(String code, String sentence) -> {
        world.violated("I15", life.device().name() + " is blocked: " + code + " " + sentence);
        yield life.pollMillis(dice);
      }
    };
  }

  private long backOff(Dice dice) {
    if (life.device().isCut()) {
      return RARE_MILLIS * 24;
    }
    failures++;
    long ceiling = FIRST_MILLIS << Math.min(failures, DOUBLINGS_MAX);
    return failures > RARE_AFTER && world.hasFaults
        ? RARE_MILLIS
        : dice.between(ceiling / 4, ceiling);
  }
}
