package dev.throughline.trials.memory;

import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.server.log.DeviceMark;
import dev.throughline.server.log.Effect;
import dev.throughline.server.log.Hash;
import dev.throughline.server.log.Head;
import dev.throughline.server.log.KnownOps;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.Move;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One server's way to a log in memory. Others see what a transaction wrote when it has ended. A
 * transaction that meets a locked head cannot wait here: it ends with {@link HeadIsLocked} and has
 * done nothing.
 */
public final class MemoryLog implements LogStore {
  private final LogDisk disk;
  private final StopPoints stops;
  private final Deque<Transaction> open = new ArrayDeque<>();

  public MemoryLog(LogDisk disk, StopPoints stops) {
    this.disk = disk;
    this.stops = stops;
  }

  private static final class Transaction {
    final List<Runnable> writes = new ArrayList<>();
  }

  @Override
  public <T> T inTransaction(WorkspaceId workspace, Supplier<T> work) {
    stops.pass(StopPoint.LOG_BEGINS);
    Transaction transaction = new Transaction();
    open.push(transaction);
    T result;
    try {
      result = work.get();
      transaction.writes.forEach(Runnable::run);
    } finally {
      open.remove(transaction);
      disk.unlock(transaction);
    }
    if (!transaction.writes.isEmpty()) {
      stops.pass(StopPoint.LOG_COMMITTED);
    }
    return result;
  }

  @Override
  public Head lockHead(WorkspaceId workspace) {
    if (!disk.lock(transaction())) {
      throw new HeadIsLocked();
    }
    Head head = disk.head();
    stops.pass(StopPoint.LOG_LOCKED);
    return head;
  }

  @Override
  public Head head(WorkspaceId workspace) {
    transaction();
    return disk.head();
  }

  @Override
  public Map<RecordId, RecordState> states(WorkspaceId workspace, Collection<RecordId> records) {
    transaction();
    Map<RecordId, RecordState> states = new HashMap<>();
    for (RecordId record : records) {
      RecordState state = disk.states.get(record);
      if (state != null) {
        states.put(record, state);
      }
    }
    return states;
  }

  @Override
  public KnownOps known(WorkspaceId workspace, Collection<Push> pushes) {
    transaction();
    List<KnownOps.Known> known = new ArrayList<>();
    for (Push push : pushes) {
      push.ops()
          .forEach(
              op -> {
                var number = new KnownOps.Number(push.device(), op.opNo());
                Optional.ofNullable(disk.known.get(op.id())).ifPresent(known::add);
                Optional.ofNullable(disk.numbers.get(number)).ifPresent(known::add);
              });
    }
    Map<DeviceId, DeviceMark> devices = new HashMap<>();
    pushes.forEach(push -> devices.put(push.device(), disk.device(push.device())));
    return new KnownOps(known, devices);
  }

  @Override
  public DeviceMark device(WorkspaceId workspace, DeviceId device) {
    transaction();
    return disk.device(device);
  }

  @Override
  public Optional<Value> valueAt(WorkspaceId workspace, RecordId record, String field, long seq) {
    transaction();
    int from = Math.toIntExact(Math.min(seq, disk.entries.size()));
    for (Change entry : disk.entries.subList(0, from).reversed()) {
      Optional<Value> value =
          entry.record().equals(record)
              ? Optional.ofNullable(entry.fields().get(field))
              : Optional.empty();
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.of(Value.NOTHING);
  }

  @Override
  public long liveRecords(WorkspaceId workspace, int countMax) {
    transaction();
    return disk.states.values().stream()
        .filter(state -> state.trash().isEmpty())
        .limit(countMax)
        .count();
  }

  @Override
  public List<Grant> grants(WorkspaceId workspace, Optional<RecordId> person) {
    transaction();
    return disk.states.values().stream()
        .filter(state -> state.kind().equals(Grant.KIND.name()) && state.trash().isEmpty())
        .map(state -> Grant.from(state.id(), state.fields()))
        .filter(grant -> grant.person().isEmpty() || grant.person().equals(person))
        .toList();
  }

  @Override
  public List<RecordState> naming(
      WorkspaceId workspace, String kind, String field, RecordId record) {
    transaction();
    return disk.states.values().stream()
        .filter(state -> state.kind().equals(kind) && state.trash().isEmpty())
        .filter(state -> new FieldMap(state.fields()).reference(field).equals(Optional.of(record)))
        .toList();
  }

  @Override
  public boolean isRemoved(WorkspaceId workspace, RecordId person) {
    transaction();
    RecordState state = disk.states.get(person);
    return state != null && state.trash().isPresent();
  }

  @Override
  public Map<RecordId, Scopes.Link> links(WorkspaceId workspace, Collection<RecordId> records) {
    Map<RecordId, Scopes.Link> links = new HashMap<>();
    states(workspace, records)
        .forEach((id, state) -> links.put(id, Scopes.link(state.kind(), state.fields())));
    return links;
  }

  @Override
  public List<Move> moves(WorkspaceId workspace, long after, long to) {
    transaction();
    return disk.moves.stream().filter(move -> move.seq() > after && move.seq() <= to).toList();
  }

  @Override
  public List<Way> ways(WorkspaceId workspace) {
    transaction();
    Map<Way, Long> last = new LinkedHashMap<>();
    disk.moves.forEach(
        move -> last.merge(new Way(move.from(), move.to(), 0), move.seq(), Math::max));
    return last.entrySet().stream()
        .map(way -> new Way(way.getKey().from(), way.getKey().to(), way.getValue()))
        .toList();
  }

  @Override
  public void write(WorkspaceId workspace, Effect effect, Instant acceptedAt) {
    transaction().writes.add(() -> disk.commit(effect, acceptedAt));
    stops.pass(StopPoint.LOG_WRITTEN);
  }

  @Override
  public void seen(
      WorkspaceId workspace, DeviceId device, long incarnation, String author, Instant at) {
    transaction().writes.add(() -> disk.seen(device, new DeviceMark(incarnation, 0)));
  }

  @Override
  public Optional<Hash> chainAt(WorkspaceId workspace, long seq) {
    transaction();
    return Optional.ofNullable(disk.commits.get(seq)).map(commit -> commit.end().chain());
  }

  @Override
  public List<CommitMark> commitsAfter(WorkspaceId workspace, long seq, int countMax) {
    transaction();
    return disk.commits.tailMap(seq, false).values().stream().limit(countMax).toList();
  }

  @Override
  public void entries(WorkspaceId workspace, long after, long to, Consumer<Change> reader) {
    transaction();
    int end = Math.toIntExact(Math.min(to, disk.entries.size()));
    disk.entries.subList(Math.toIntExact(Math.min(after, end)), end).forEach(reader);
  }

  private Transaction transaction() {
    if (open.isEmpty()) {
      throw new IllegalStateException("the log is read and written in a transaction only");
    }
    return open.peek();
  }
}
