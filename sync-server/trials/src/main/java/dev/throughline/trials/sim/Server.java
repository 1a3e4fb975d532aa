package dev.throughline.trials.sim;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.log.Delivery;
import dev.throughline.server.log.Plan;
import dev.throughline.server.log.PushRules;
import dev.throughline.server.log.SyncCore;
import dev.throughline.trials.memory.HeadIsLocked;
import dev.throughline.trials.memory.MemoryLog;
import dev.throughline.trials.memory.StopPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One server: the real rules over the common log. Pushes that wait go together, as in earnest. */
final class Server {
  private static final long LOCK_WAIT_MILLIS = 7;

  private final World world;
  private final int no;
  private final SyncCore core;
  private final List<Turn> queue = new ArrayList<>();
  private boolean isUp = true;
  private int life;
  private int lifeOfFrame;
  private int lifeThatWrites = -1;
  private int stopsLeft;
  private long requests;

  private record Turn(Push push, Consumer<Reply<PushAnswer>> answer) {
    Delivery delivery() {
      return new Delivery(push, Asker.ANYBODY);
    }
  }

  Server(World world, int no) {
    this.world = world;
    this.no = no;
    Dice salts = Dice.of(world.script.seed(), 2, no);
    this.core =
        new SyncCore(
            world.mistake.log(new MemoryLog(world.log, this::pass), () -> world.timeline.pass(40)),
            world.served,
            world::serverTime,
            count -> bytes(salts, count),
            world.mistake.merger(),
            "");
  }

  private static byte[] bytes(Dice dice, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) dice.next();
    }
    return bytes;
  }

  /** The server stops when it has passed so many more stop points. */
  void stopAfter(int stops) {
    stopsLeft = stops;
  }

  void calm() {
    stopsLeft = 0;
    isUp = true;
  }

  private void pass(StopPoint point) {
    if (stopsLeft > 0 && --stopsLeft == 0) {
      world.note(name(), "stops at " + point);
      throw new Crash(this);
    }
    Dice dice = Dice.of(world.script.seed(), 3, no, requests++);
    if (world.hasFaults && dice.chance(25)) {
      int mine = lifeOfFrame;
      world.timeline.pass(dice.below(60));
      if (mine != life) {
        throw new Crash(this);
      }
      lifeOfFrame = mine;
    }
  }

  void hello(Hello hello, Consumer<Reply<Welcome>> answer) {
    read(() -> core.hello(hello, Asker.ANYBODY), answer);
  }

  void pull(long after, Optional<String> chain, Consumer<Reply<PullAnswer>> answer) {
    read(() -> core.pull(after, chain, Optional.empty(), Asker.ANYBODY), answer);
  }

  void push(Push push, Consumer<Reply<PushAnswer>> answer) {
    act(
        () -> {
          try {
            core.require(push.workspace());
            PushRules.require(push);
          } catch (ProblemException e) {
            answer.accept(refused(e));
            return;
          }
          queue.add(new Turn(push, answer));
          drain();
        });
  }

  private <T> void read(Supplier<T> work, Consumer<Reply<T>> answer) {
    act(
        () -> {
          try {
            answer.accept(new Reply.Ok<>(work.get()));
          } catch (ProblemException e) {
            answer.accept(refused(e));
          }
        });
  }

  private void drain() {
    if (lifeThatWrites == life) {
      return;
    }
    int mine = life;
    lifeThatWrites = mine;
    try {
      while (!queue.isEmpty()) {
        write();
      }
    } catch (HeadIsLocked _) {
      world.timeline.after(LOCK_WAIT_MILLIS, () -> act(this::drain));
    } finally {
      if (lifeThatWrites == mine) {
        lifeThatWrites = -1;
      }
    }
  }

  private void write() {
    List<Turn> turns = List.copyOf(queue);
    List<SyncCore.Taken> taken;
    try {
      taken = core.take(turns.stream().map(Turn::delivery).toList());
    } catch (HeadIsLocked e) {
      throw e;
    } catch (RuntimeException e) {
      queue.removeAll(turns);
      throw e;
    }
    queue.removeAll(turns);
    settle(turns, taken);
  }

  private void settle(List<Turn> turns, List<SyncCore.Taken> taken) {
    for (int i = 0; i < turns.size(); i++) {
      switch (taken.get(i)) {
        case SyncCore.Taken.Later() -> queue.add(turns.get(i));
        case SyncCore.Taken.Refused(ProblemException e) -> turns.get(i).answer().accept(refused(e));
        case SyncCore.Taken.Done(Plan plan) -> {
          world.note(name(), "took " + plan.answer().outcomes());
          turns.get(i).answer().accept(new Reply.Ok<>(plan.answer()));
          world.hint();
        }
      }
    }
  }

  private <T> Reply<T> refused(ProblemException e) {
    world.note(name(), "refuses: " + e.problem().code() + " " + e.getMessage());
    return e.problem().isPassing()
        ? new Reply.Unreachable<>(e.problem().code(), 0)
        : new Reply.Refused<>(e.problem().code(), String.valueOf(e.getMessage()));
  }

  /** Does the work of one request; a request that comes while the server is down is lost. */
  private void act(Runnable work) {
    if (!isUp) {
      return;
    }
    int outer = lifeOfFrame;
    lifeOfFrame = life;
    try {
      work.run();
    } catch (Crash crash) {
      if (crash.machine != this) {
        throw crash;
      }
      if (lifeOfFrame == life) {
        fall();
      }
    } catch (RuntimeException e) {
      world.violated("I15", name() + " failed: " + e);
    } finally {
      lifeOfFrame = outer;
    }
  }

  private void fall() {
    world.tally.add(Tally.Of.SERVER_CRASHES, 1);
    isUp = false;
    life++;
    queue.clear();
    int mine = life;
    world.timeline.after(
        Dice.of(world.script.seed(), 4, no, requests).between(500, 60_000),
        () -> isUp = isUp || mine == life);
  }

  private String name() {
    return "s" + no;
  }
}
