package dev.throughline.trials.memory;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.server.log.Commit;
import dev.throughline.server.log.DeviceMark;
import dev.throughline.server.log.Effect;
import dev.throughline.server.log.Hash;
import dev.throughline.server.log.Head;
import dev.throughline.server.log.KnownOps;
import dev.throughline.server.log.LogEntry;
import dev.throughline.server.log.LogStore.CommitMark;
import dev.throughline.server.log.Move;
import dev.throughline.server.log.Payload;
import dev.throughline.server.log.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is committed of one workspace's log; any number of servers stand on it. */
public final class LogDisk {
  /** A push that was taken in, and when. */
  public record Taken(Plan plan, long acceptedAtMillis) {}

  final List<Change> entries = new ArrayList<>();
  final TreeMap<Long, CommitMark> commits = new TreeMap<>();
  final Map<RecordId, RecordState> states = new TreeMap<>();
  final Map<OpId, KnownOps.Known> known = new HashMap<>();
  final Map<KnownOps.Number, KnownOps.Known> numbers = new HashMap<>();
  final List<Move> moves = new ArrayList<>();
  private final Map<DeviceId, DeviceMark> devices = new TreeMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private Head head = new Head(0, Hash.NONE);
  private Optional<Object> holder = Optional.empty();

  /** Every push that was taken in, in the order of the log. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Every entry, oldest first; the first has number 1. */
  public List<Change> entries() {
    return List.copyOf(entries);
  }

  /** Every record as the log has it, in the order of their ids. */
  public Map<RecordId, RecordState> states() {
    return Collections.unmodifiableMap(new TreeMap<>(states));
  }

  public Head head() {
    return head;
  }

  /** Locks the head for a transaction; answers whether it was free. */
  boolean lock(Object transaction) {
    if (holder.isPresent() && holder.get() != transaction) {
      return false;
    }
    holder = Optional.of(transaction);
    return true;
  }

  void unlock(Object transaction) {
    holder = holder.filter(its -> its != transaction);
  }

  void commit(Effect effect, Instant acceptedAt) {
    for (Plan plan : effect.plans()) {
      taken.add(new Taken(plan, acceptedAt.toEpochMilli()));
      plan.commits().forEach(commit -> add(commit, plan, acceptedAt));
      plan.firsts().forEach(first -> add(plan, first));
      moves.addAll(plan.moves());
      List<Op> ops = plan.push().ops();
      long lastOpNo = ops.isEmpty() ? 0 : ops.getLast().opNo();
      seen(plan.push().device(), new DeviceMark(plan.push().incarnation(), lastOpNo));
    }
    effect.created().forEach(state -> states.put(state.id(), state));
    effect.updated().forEach(state -> states.put(state.id(), state));
  }

  DeviceMark device(DeviceId device) {
    return devices.getOrDefault(device, DeviceMark.NONE);
  }

  void seen(DeviceId device, DeviceMark mark) {
    DeviceMark before = device(device);
    devices.put(
        device,
        new DeviceMark(
            Math.max(before.incarnation(), mark.incarnation()),
            Math.max(before.lastOpNo(), mark.lastOpNo())));
  }

  private void add(Commit commit, Plan plan, Instant acceptedAt) {
    for (LogEntry entry : commit.entries()) {
      if (entry.seq() != entries.size() + 1) {
        throw new IllegalStateException("entry " + entry.seq() + " after " + entries.size());
      }
      Payload payload = Payload.of(entry.payload());
      entries.add(
          new Change(
              entry.seq(),
              entry.record(),
              entry.kind(),
              payload.trashed(),
              payload.fields(),
              entry.author(),
              entry.op().isPresent() ? plan.push().device().toString() : LogEntry.SERVER,
              acceptedAt.toEpochMilli(),
              payload.deliberate()));
    }
    head = new Head(commit.lastSeq(), commit.chain());
    commits.put(commit.lastSeq(), new CommitMark(head, commit.payloadBytes()));
  }

  private void add(Plan plan, Plan.First first) {
    var number = new KnownOps.Number(plan.push().device(), first.op().opNo());
    var op = new KnownOps.Known(first.op().id(), number, first.outcome());
    known.putIfAbsent(op.id(), op);
    numbers.putIfAbsent(number, op);
  }
}
