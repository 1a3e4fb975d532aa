package dev.throughline.server.log;

import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where logs are kept. Everything but {@link #inTransaction} is called inside it, for the workspace
 * it names. Nothing a transaction wrote is seen by others before it ends, and nothing is left of
 * one that ends with an exception. What a transaction wrote is durable when it has ended.
 */
public interface LogStore {
  /** A commit by its end: the number and chain it left, and the bytes of its payloads. */
  record CommitMark(Head end, long bytes) {}

  /** From where to where records were moved, the last time by entry {@code seq}. */
  record Way(Scope from, Scope to, long seq) {}

  /** Runs the work in one transaction. */
  <T> T inTransaction(WorkspaceId workspace, Supplier<T> work);

  /**
   * Locks the head of the log until the transaction ends and reads it. Nobody else gets past here
   * meanwhile, in this process or another, so that the order of numbers is the order of commits.
   */
  Head lockHead(WorkspaceId workspace);

  Head head(WorkspaceId workspace);

  /** The states of these records, as far as they are there. */
  Map<RecordId, RecordState> states(WorkspaceId workspace, Collection<RecordId> records);

  /**
   * Operations of these pushes that came before, by their id; and what came before under the
   * numbers of the others.
   */
  KnownOps known(WorkspaceId workspace, Collection<Push> pushes);

  /** How far a device has come; {@link DeviceMark#NONE} for one that was never here. */
  DeviceMark device(WorkspaceId workspace, DeviceId device);

  /** What the field held when the record stood at {@code seq}; empty when that is not known. */
  Optional<Value> valueAt(WorkspaceId workspace, RecordId record, String field, long seq);

  /** How many records are there and not in the trash, counted up to a number that is enough. */
  long liveRecords(WorkspaceId workspace, int countMax);

  /** The grants that count for a person: theirs and those for everybody, none in the trash. */
  List<Grant> grants(WorkspaceId workspace, Optional<RecordId> person);

  /** Records of a kind that are not in the trash and of which a field names a record. */
  List<RecordState> naming(WorkspaceId workspace, String kind, String field, RecordId record);

  /** Whether the record of a person is in the trash. */
  boolean isRemoved(WorkspaceId workspace, RecordId person);

  /** The way up from these records, as far as they are there. */
  Map<RecordId, Scopes.Link> links(WorkspaceId workspace, Collection<RecordId> records);

  /** Moves between two numbers, the first not counted, in order. */
  List<Move> moves(WorkspaceId workspace, long after, long to);

  /** From where to where records were ever moved, each way once, with its last number. */
  List<Way> ways(WorkspaceId workspace);

  /** Writes what the pushes lead to, and that their devices were here. */
  void write(WorkspaceId workspace, Effect effect, Instant acceptedAt);

  /** Notes that a device was here. Its high-water marks only rise. */
  void seen(WorkspaceId workspace, DeviceId device, long incarnation, String author, Instant at);

  /** The chain at the end of the commit that ends with {@code seq}; empty when none does. */
  Optional<Hash> chainAt(WorkspaceId workspace, long seq);

  /** Commits after a number, oldest first. */
  List<CommitMark> commitsAfter(WorkspaceId workspace, long seq, int countMax);

  /** Every entry after {@code after} up to and including {@code to}, in order. */
  void entries(WorkspaceId workspace, long after, long to, Consumer<Change> reader);
}
