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
  private static final int COPIES_MAX = 2;
  private static final int COPY_MILLIS_MAX = 60_000;

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
        new ArrayList<>(
            IntStream.range(0, script.devices()).mapToObj(no -> new Device(this, no, no)).toList());
  }

  /** The device a step means: the one of that number, or one with a copy of its profile. */
  Device one(Step step) {
    List<Device> meant =
        devices.stream().filter(device -> device.origin() == step.device()).toList();
    return meant.size() == 1
        ? meant.getFirst()
        : Dice.of(script.seed(), 16, step.at(), step.dice()).of(meant);
  }

  /** Copies a profile as it lies on its disk to a computer of its own, where it is opened soon. */
  void copy(Device original, Dice dice) {
    if (devices.size() >= script.devices() + COPIES_MAX) {
      return;
    }
    Device copy = new Device(this, devices.size(), original.origin());
    copy.takeDisksOf(original);
    devices.add(copy);
    tally.add(Tally.Of.COPIES, 1);
    note(original.name(), "is copied to " + copy.name());
    timeline.after(dice.below(COPY_MILLIS_MAX), copy::start);
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
