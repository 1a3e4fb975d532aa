package dev.throughline.trials.sim;

import dev.throughline.model.sync.Outcome;
import dev.throughline.server.log.Plan;
import dev.throughline.trials.memory.LogDisk;
import java.util.List;
import java.util.function.Consumer;

/** Plays one script to its end and checks at every rest. */
final class Simulation {
  /** How long everything may take to come to rest once nothing fails any more. */
  private static final long REST_MILLIS = 3 * 3_600_000;

  private static final long LOOK_MILLIS = 500;

  /**
   * What a run came to.
   *
   * @param trace a number for all that happened in it
   */
  record Result(Script script, List<String> violations, long trace, Tally tally) {
    boolean isClean() {
      return violations.isEmpty();
    }
  }

  private final World world;

  private Simulation(World world) {
    this.world = world;
  }

  static Result run(Script script) {
    return run(script, Mistake.NONE, _ -> {});
  }

  /** Plays a script; {@code reader} is told every line of what happens. */
  static Result run(Script script, Mistake mistake, Consumer<String> reader) {
    Trace trace = new Trace(reader);
    World world = new World(script, mistake, trace);
    try {
      new Simulation(world).play();
    } catch (RuntimeException e) {
      world.violated("I15", "the run broke off: " + e);
    }
    count(world);
    return new Result(script, world.violations(), trace.hash(), world.tally);
  }

  private static void count(World world) {
    for (LogDisk.Taken taken : world.log.taken()) {
      world.tally.add(Tally.Of.CONFLICTS, taken.plan().conflicts());
      for (Plan.First first : taken.plan().firsts()) {
        world.tally.add(Tally.Of.MERGED, first.outcome() instanceof Outcome.Merged ? 1 : 0);
        world.tally.add(Tally.Of.PARKED, first.outcome() instanceof Outcome.Parked ? 1 : 0);
      }
    }
  }

  private void play() {
    world.devices.forEach(Device::start);
    long shift = 0;
    long last = 0;
    for (Step step : world.script.steps()) {
      long at = step.at() + shift;
      last = at;
      if (step.verb() == Verb.CALM) {
        world.timeline.runUntil(() -> false, at);
        rest();
        if (!world.violations().isEmpty()) {
          return;
        }
        shift += Math.max(0, world.timeline.now() - at);
        world.hasFaults = true;
      } else {
        world.timeline.at(at, () -> Steps.perform(world, step));
      }
    }
    finish(last);
  }

  /** Comes to rest for good: late messages arrive, conflicts are resolved. */
  private void finish(long lastStepAt) {
    world.timeline.runUntil(() -> false, Math.max(lastStepAt, world.timeline.now()));
    rest();
    world.timeline.pass(REST_MILLIS);
    rest();
    resolveAll();
    rest();
  }

  private void resolveAll() {
    for (Device device : world.devices) {
      device
          .life()
          .ifPresent(life -> device.act(life, () -> Steps.resolveAll(world, device, life)));
    }
  }

  /** Faults stop; everything must come to rest in bounded time, and then be right. */
  private void rest() {
    world.hasFaults = false;
    world.servers.forEach(Server::calm);
    long deadline = world.timeline.now() + REST_MILLIS;
    world.devices.forEach(Device::calm);
    do {
      world.timeline.pass(LOOK_MILLIS);
    } while (!Checks.isAtRest(world) && world.timeline.now() < deadline);
    world.tally.add(Tally.Of.CHECKS, 1);
    new Checks(world).all();
  }
}
