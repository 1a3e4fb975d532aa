package dev.throughline.trials.sim;

import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A log with one mistake; all else is the real one's. */
final class PlantedLog implements LogStore {
  enum Flaw {
    FORGETS_OPERATIONS,
    READS_BEFORE_LOCK
  }

  private final LogStore real;
  private final Flaw flaw;
  private final Runnable pause;
  private final Set<RecordId> asked = new HashSet<>();
  private final Map<RecordId, RecordState> readEarly = new HashMap<>();

  PlantedLog(LogStore real, Flaw flaw, Runnable pause) {
    this.real = real;
    this.flaw = flaw;
    this.pause = pause;
  }

  @Override
  public KnownOps known(WorkspaceId workspace, Collection<Push> pushes) {
    return flaw == Flaw.FORGETS_OPERATIONS
        ? new KnownOps(List.of(), Map.of())
        : real.known(workspace, pushes);
  }

  @Override
  public DeviceMark device(WorkspaceId workspace, DeviceId device) {
    return real.device(workspace, device);
  }

  @Override
  public Map<RecordId, RecordState> states(WorkspaceId workspace, Collection<RecordId> records) {
    Map<RecordId, RecordState> states = new HashMap<>(real.states(workspace, records));
    readEarly.forEach((id, state) -> states.computeIfPresent(id, (_, _) -> state));
    asked.addAll(records);
    return states;
  }

  @Override
  public <T> T inTransaction(WorkspaceId workspace, Supplier<T> work) {
    return real.inTransaction(workspace, work);
  }

  @Override
  public Head lockHead(WorkspaceId workspace) {
    if (flaw == Flaw.READS_BEFORE_LOCK) {
      readEarly.clear();
      readEarly.putAll(real.states(workspace, asked));
      pause.run();
    }
    return real.lockHead(workspace);
  }

  @Override
  public Head head(WorkspaceId workspace) {
    return real.head(workspace);
  }

  @Override
  public Optional<Value> valueAt(WorkspaceId workspace, RecordId record, String field, long seq) {
    return real.valueAt(workspace, record, field, seq);
  }

  @Override
  public List<RecordState> naming(
      WorkspaceId workspace, String kind, String field, RecordId record) {
    return real.naming(workspace, kind, field, record);
  }

  @Override
  public boolean isRemoved(WorkspaceId workspace, RecordId person) {
    return real.isRemoved(workspace, person);
  }

  @Override
  public List<Grant> grants(WorkspaceId workspace, Optional<RecordId> person) {
    return real.grants(workspace, person);
  }

  @Override
  public Map<RecordId, Scopes.Link> links(WorkspaceId workspace, Collection<RecordId> records) {
    return real.links(workspace, records);
  }

  @Override
  public List<Move> moves(WorkspaceId workspace, long after, long to) {
    return real.moves(workspace, after, to);
  }

  @Override
  public List<Way> ways(WorkspaceId workspace) {
    return real.ways(workspace);
  }

  @Override
  public long liveRecords(WorkspaceId workspace, int countMax) {
    return real.liveRecords(workspace, countMax);
  }

  @Override
  public void write(WorkspaceId workspace, Effect effect, Instant acceptedAt) {
    real.write(workspace, effect, acceptedAt);
  }

  @Override
  public void seen(
      WorkspaceId workspace, DeviceId device, long incarnation, String author, Instant at) {
    real.seen(workspace, device, incarnation, author, at);
  }

  @Override
  public Optional<Hash> chainAt(WorkspaceId workspace, long seq) {
    return real.chainAt(workspace, seq);
  }

  @Override
  public List<CommitMark> commitsAfter(WorkspaceId workspace, long seq, int countMax) {
    return real.commitsAfter(workspace, seq, countMax);
  }

  @Override
  public void entries(WorkspaceId workspace, long after, long to, Consumer<Change> reader) {
    real.entries(workspace, after, to, reader);
  }
}
