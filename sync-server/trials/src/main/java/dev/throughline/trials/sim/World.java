package dev.throughline.trials.sim;

import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.server.log.Served;
import dev.throughline.trials.memory.LogDisk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All there is in one run. */
final class World {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final int HINTS_LOST_PERCENT = 20;

  final Script script;
  final Mistake mistake;
  final Trace trace;
  final Timeline timeline = new Timeline();
  final Tally tally = new Tally();
  final Tokens tokens = new Tokens();
  final LogDisk log = new LogDisk();
  final Network network = new Network(this);
  final Served served;
  final List<Server> servers;
  final List<Device> devices;
  private final List<String> violations = new ArrayList<>();
  private long hints;
  boolean hasFaults = true;

  World(Script script, Mistake mistake, Trace trace) {
    this.script = script;
    this.mistake = mistake;
    this.trace = trace;
    Dice dice = Dice.of(script.seed(), 12);
    WorkspaceId workspace =
        new WorkspaceId(Uuids.version7(START.toEpochMilli(), dice.next(), dice.next()));
    this.served = new Served(workspace, "Simulated", Long.toHexString(dice.next()));
    this.servers =
        IntStream.range(0, script.servers()).mapToObj(no -> new Server(this, no)).toList();
    this.devices =
        IntStream.range(0, script.devices()).mapToObj(no -> new Device(this, no)).toList();
  }

  /** The true time, which servers have. */
  Instant serverTime() {
    return START.plusMillis(timeline.now());
  }

  void note(String who, String what) {
    trace.add(timeline.now(), who, what);
  }

  void violated(String invariant, String what) {
    note("!", invariant + " " + what);
    violations.add(invariant + " " + what);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** The log has grown: tells the desktops, most of the time. */
  void hint() {
    for (Device device : devices) {
      Dice dice = Dice.of(script.seed(), 13, hints++);
      boolean isLost = hasFaults && dice.chance(HINTS_LOST_PERCENT);
      if (!isLost && !device.isCut()) {
        device.life().ifPresent(life -> life.wakePull(dice.between(5, 400)));
      }
    }
  }
}
