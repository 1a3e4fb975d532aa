package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.people.Grant;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The pushes of one transaction, planned one after the other, each on top of what those before it
 * lead to. A push that cannot be taken leaves no trace.
 */
final class Batch {
  /**
   * What the log held when its head was locked.
   *
   * @param states of every record the pushes name, as far as it is there
   * @param liveRecords counts what is not in the trash; asked only when many removals come
   * @param others finds a record that is not among {@code states}
   * @param naming finds records that name another
   * @param grants finds those that count for a person, and for everybody
   * @param removed whether a person was removed from the workspace
   */
  record Before(
      Head head,
      Map<RecordId, RecordState> states,
      KnownOps known,
      Merge.Past past,
      LongSupplier liveRecords,
      Function<Optional<RecordId>, List<Grant>> grants,
      Predicate<RecordId> removed,
      Function<RecordId, Optional<RecordState>> others,
      Naming naming) {}

  /** Finds records of a kind of which a field names a record, as the log held them. */
  interface Naming {
    List<RecordState> of(String kind, String field, RecordId record);
  }

  final Before before;
  final long acceptedAtMillis;
  final RandomBytes random;
  final Merger merger;
  final Aftermath aftermath;
  private final Map<RecordId, RecordState> states = new HashMap<>();

  /** Records that no push named and that somebody asked for, as the log held them. */
  private final Map<RecordId, Optional<RecordState>> found = new HashMap<>();

  private final List<Plan> plans = new ArrayList<>();
  private Head head;
  private long bytes;

  Batch(
      Before before,
      long acceptedAtMillis,
      RandomBytes random,
      Merger merger,
      Aftermath aftermath) {
    this.before = before;
    this.acceptedAtMillis = acceptedAtMillis;
    this.random = random;
    this.merger = merger;
    this.aftermath = aftermath;
    this.head = before.head();
  }

  /**
   * Takes one push in.
   *
   * @throws dev.throughline.server.http.ProblemException when the push as a whole cannot be taken
   */
  Plan take(Delivery delivery) {
    Push push = delivery.push();
    PushPlanner planner = new PushPlanner(delivery, this);
    Plan plan = planner.plan();
    states.putAll(planner.states());
    plans.add(plan);
    plan.firsts().forEach(first -> before.known().add(push, first));
    bytes += plan.commits().stream().mapToLong(Commit::payloadBytes).sum();
    if (!plan.commits().isEmpty()) {
      Commit last = plan.commits().getLast();
      head = new Head(last.lastSeq(), last.chain());
    }
    return plan;
  }

  /** What whoever pushes may do, after what the pushes before in this transaction granted. */
  GrantBook book(Asker asker) {
    boolean isFree = asker.byRole().roles().isEmpty();
    GrantBook book =
        GrantBook.of(
            asker,
            isFree ? List.of() : before.grants().apply(asker.person()),
            !isFree && asker.person().filter(before.removed()).isPresent());
    states.values().forEach(book::note);
    return book;
  }

  /** Whether another push would make the transaction too large for memory. */
  boolean isFull() {
    return bytes > PushPlanner.EFFECT_BYTES_MAX;
  }

  Head head() {
    return head;
  }

  /** The record as it stands now; absent when nobody wrote it yet. */
  RecordState state(RecordId record, String kind) {
    RecordState planned = states.get(record);
    if (planned != null) {
      return planned;
    }
    RecordState stored = before.states().get(record);
    return stored != null ? stored : RecordState.absent(record, kind);
  }

  /** The record as it stands now, also one that no push named. */
  RecordState any(RecordId record, String kind) {
    RecordState known = state(record, kind);
    return known.isAbsent() ? found.computeIfAbsent(record, before.others()).orElse(known) : known;
  }

  /** Records of a kind of which a field names a record, as they stand now. */
  List<RecordState> naming(String kind, String field, RecordId record) {
    Map<RecordId, RecordState> found = new LinkedHashMap<>();
    before.naming().of(kind, field, record).forEach(state -> found.put(state.id(), state));
    states.values().stream()
        .filter(state -> state.kind().equals(kind))
        .forEach(state -> found.put(state.id(), state));
    return List.copyOf(found.values());
  }

  /** An id that nothing has. */
  RecordId newId() {
    ByteBuffer seed = ByteBuffer.wrap(random.next(16));
    return new RecordId(Uuids.version7(acceptedAtMillis, seed.getLong(), seed.getLong()));
  }

  Effect effect() {
    return new Effect(
        plans,
        states.values().stream().filter(state -> !isThere(state)).toList(),
        states.values().stream().filter(this::isThere).toList(),
        head);
  }

  private boolean isThere(RecordState state) {
    return before.states().containsKey(state.id())
        || found.getOrDefault(state.id(), Optional.empty()).isPresent();
  }
}
