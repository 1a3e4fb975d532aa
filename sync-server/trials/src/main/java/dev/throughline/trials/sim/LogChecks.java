package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.Commit;
import dev.throughline.server.log.Hash;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.Plan;
import dev.throughline.trials.memory.LogDisk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must hold of the log by itself. */
final class LogChecks {
  private final World world;
  private final Map<DeviceId, Map<Long, Outcome>> outcomes = new HashMap<>();
  private final Map<DeviceId, Long> lastNumbers = new HashMap<>();
  private final Map<GroupId, Boolean> groups = new HashMap<>();

  /** Devices where somebody settled what was kept aside: what waited for that goes late. */
  private final Set<DeviceId> wasFreed = new HashSet<>();

  private final Set<OpId> settled = new HashSet<>();
  private final Set<OpId> applied = new HashSet<>();

  LogChecks(World world) {
    this.world = world;
    for (Device device : world.devices) {
      boolean isSettled =
          device.journal().written().stream()
              .anyMatch(
                  entry ->
                      entry instanceof JournalEntry.Resent
                          || entry instanceof JournalEntry.Discarded);
      if (isSettled) {
        // Whoever has a copy of the profile waited for the same.
        world.devices.stream()
            .filter(other -> other.origin() == device.origin())
            .forEach(other -> wasFreed.addAll(ids(other)));
      }
    }
  }

  void all() {
    Hash chain = Hash.NONE;
    long seq = 0;
    for (LogDisk.Taken taken : world.log.taken()) {
      taken.plan().firsts().forEach(first -> first(taken.plan(), first));
      for (Commit commit : taken.plan().commits()) {
        boolean isNext = commit.firstSeq() == seq + 1;
        boolean isChained = Commit.after(chain, commit.entries()).equals(commit);
        if (!isNext || !isChained) {
          world.violated("I8", "the commit at " + commit.firstSeq() + " does not follow " + seq);
        }
        seq = commit.lastSeq();
        chain = commit.chain();
        commit.entries().forEach(this::entry);
      }
    }
    answers();
    orphans();
  }

  /** I3 once, I6 in the device's order, I7 whole groups. */
  private void first(Plan plan, Plan.First first) {
    Op op = first.op();
    DeviceId device = plan.push().device();
    if (!settled.add(op.id())) {
      world.violated("I3", "the operation " + op.id() + " was settled twice");
    }
    boolean isLate = op.opNo() <= lastNumbers.getOrDefault(device, 0L);
    if (isLate && !wasFreed.contains(device)) {
      world.violated("I6", "operation " + op.opNo() + " of " + device + " came late");
    }
    lastNumbers.merge(device, op.opNo(), Math::max);
    boolean isParked = first.outcome() instanceof Outcome.Parked;
    Boolean before = groups.put(op.group(), isParked);
    if (before != null && before != isParked) {
      world.violated("I7", "the group " + op.group() + " is applied in part");
    }
    outcomes.computeIfAbsent(device, _ -> new HashMap<>()).put(op.opNo(), first.outcome());
  }

  private void entry(LogEntry entry) {
    entry
        .op()
        .filter(op -> !applied.add(op.id()))
        .ifPresent(op -> world.violated("I3", "the operation " + op.id() + " has two entries"));
  }

  /** I2: what a device was told is what the log says for ever. */
  private void answers() {
    for (Device device : world.devices) {
      Map<Long, Set<Outcome>> known = known(device);
      for (JournalEntry entry : device.journal().written()) {
        if (entry instanceof JournalEntry.Answered(var told)) {
          told.stream()
              .filter(
                  answer -> !known.getOrDefault(answer.opNo(), Set.of()).contains(first(answer)))
              .forEach(answer -> world.violated("I2", device.name() + " was told " + answer));
        }
      }
    }
  }

  /** What was settled under each number of the profile, by this device or one with a copy. */
  private Map<Long, Set<Outcome>> known(Device device) {
    Map<Long, Set<Outcome>> known = new HashMap<>();
    world.devices.stream()
        .filter(other -> other.origin() == device.origin())
        .flatMap(other -> ids(other).stream())
        .map(id -> outcomes.getOrDefault(id, Map.of()))
        .forEach(
            each ->
                each.forEach(
                    (number, outcome) ->
                        known.computeIfAbsent(number, _ -> new HashSet<>()).add(outcome)));
    return known;
  }

  /** Under which names a profile went, one after the other. */
  private static Set<DeviceId> ids(Device device) {
    Set<DeviceId> ids = new HashSet<>();
    for (JournalEntry entry : device.journal().written()) {
      if (entry instanceof JournalEntry.Identity(DeviceId id, _)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static Outcome first(OpOutcome answer) {
    return answer.outcome() instanceof Outcome.Duplicate(Outcome first) ? first : answer.outcome();
  }

  /** I6: nothing in the log points to a record that is not there. */
  private void orphans() {
    Map<RecordId, RecordState> states = world.log.states();
    states.values().forEach(state -> orphan(state, states));
  }

  private void orphan(RecordState state, Map<RecordId, RecordState> states) {
    Kinds.named(state.kind()).stream()
        .flatMap(kind -> kind.fields().stream())
        .filter(field -> field.type() instanceof FieldType.Reference)
        .map(field -> state.fields().get(field.name()))
        .filter(
            value -> value instanceof Value.Text(String id) && !states.containsKey(RecordId.of(id)))
        .findFirst()
        .ifPresent(id -> world.violated("I6", state.id() + " points to " + id + ", not there"));
  }
}
