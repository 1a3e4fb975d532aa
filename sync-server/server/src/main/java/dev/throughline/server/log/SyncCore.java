package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Feature;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One workspace's side of the protocol: hello, push and pull over a {@link LogStore}. Holds no
 * state of its own, so that any number of servers may run over one log.
 */
public final class SyncCore {
  /** What became of one of the pushes given together. */
  public sealed interface Taken {
    /** Taken in; durable. */
    record Done(Plan plan) implements Taken {}

    /** Refused as a whole; nothing of it is in the log. */
    record Refused(ProblemException problem) implements Taken {}

    /** Not looked at: those before it were large enough for one transaction. */
    record Later() implements Taken {}
  }

  /** Beyond that many the brake on removals looks at their number alone. */
  private static final int LIVE_RECORDS_ENOUGH = Removal.SHARE * Removal.COUNT_MAX + 1;

  private final LogStore store;
  private final Served served;
  private final InstantSource clock;
  private final RandomBytes random;
  private final Merger merger;
  private final Aftermath aftermath;
  private final String notice;
  private final Views views;
  private final Feed feed;

  /** Serves one workspace in which nothing follows from what people do. */
  public SyncCore(
      LogStore store,
      Served served,
      InstantSource clock,
      RandomBytes random,
      Merger merger,
      String notice) {
    this(store, served, clock, random, merger, Aftermath.NONE, notice);
  }

  /**
   * Serves one workspace.
   *
   * @param aftermath what the server itself writes because of what people do
   * @param notice what every desktop is told at hello; may be empty
   */
  public SyncCore(
      LogStore store,
      Served served,
      InstantSource clock,
      RandomBytes random,
      Merger merger,
      Aftermath aftermath,
      String notice) {
    this.store = store;
    this.served = served;
    this.clock = clock;
    this.random = random;
    this.merger = merger;
    this.aftermath = aftermath;
    this.notice = notice;
    this.views = new Views(store, served.workspace());
    this.feed = new Feed(store, served, views);
  }

  /**
   * Takes pushes in, in this order, in one transaction that locks the head of the log before it
   * reads anything. One that is refused does not hold up the others. Each must be sound by {@link
   * PushRules}.
   */
  public List<Taken> take(List<Delivery> deliveries) {
    return store.inTransaction(served.workspace(), () -> inLock(deliveries));
  }

  private List<Taken> inLock(List<Delivery> deliveries) {
    List<Push> pushes = deliveries.stream().map(Delivery::push).toList();
    WorkspaceId workspace = served.workspace();
    Head head = store.lockHead(workspace);
    Instant acceptedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<RecordId, RecordState> states = states(pushes);
    var before =
        new Batch.Before(
            head,
            states,
            store.known(workspace, brought(pushes, states)),
            (record, field, seq) -> store.valueAt(workspace, record, field, seq),
            () -> store.liveRecords(workspace, LIVE_RECORDS_ENOUGH),
            person -> store.grants(workspace, person),
            person -> store.isRemoved(workspace, person),
            record -> Optional.ofNullable(store.states(workspace, Set.of(record)).get(record)),
            (kind, field, record) -> store.naming(workspace, kind, field, record));
    Batch batch = new Batch(before, acceptedAt.toEpochMilli(), random, merger, aftermath);
    List<Taken> taken = deliveries.stream().map(delivery -> take(batch, delivery)).toList();
    Effect effect = batch.effect();
    if (effect.plans().stream().anyMatch(Plan::leavesTrace)) {
      store.write(workspace, effect, acceptedAt);
    }
    return taken;
  }

  /** The pushes, and those in which the rescued work came that they bring along. */
  private static List<Push> brought(List<Push> pushes, Map<RecordId, RecordState> states) {
    List<Push> all = new ArrayList<>(pushes);
    for (Push push : pushes) {
      for (Op op : push.ops()) {
        RecordState state = states.get(op.record());
        if (state != null && !Acceptance.brings(op, state).isEmpty()) {
          all.add(Acceptance.push(state, push));
        }
      }
    }
    return all;
  }

  private static Taken take(Batch batch, Delivery delivery) {
    if (batch.isFull()) {
      return new Taken.Later();
    }
    try {
      return new Taken.Done(batch.take(delivery));
    } catch (ProblemException e) {
      return new Taken.Refused(e);
    }
  }

  /** The records that the pushes name or bring along, and those to which they belong. */
  private Map<RecordId, RecordState> states(List<Push> pushes) {
    List<Op> ops = new ArrayList<>();
    pushes.forEach(push -> ops.addAll(push.ops()));
    Set<RecordId> asked = ops.stream().map(Op::record).collect(Collectors.toSet());
    Map<RecordId, RecordState> states = new HashMap<>(store.states(served.workspace(), asked));
    for (Op op : List.copyOf(ops)) {
      Optional.ofNullable(states.get(op.record()))
          .ifPresent(state -> ops.addAll(Acceptance.brings(op, state)));
    }
    Set<RecordId> above = ops.stream().map(Op::record).collect(Collectors.toSet());
    ops.forEach(op -> Scopes.link(op.kind(), put(op)).next().ifPresent(above::add));
    Collection<RecordState> found = List.copyOf(states.values());
    for (int level = 0; level <= Scopes.STEPS_MAX; level++) {
      found.forEach(
          state -> Scopes.link(state.kind(), state.fields()).next().ifPresent(above::add));
      above.removeAll(asked);
      if (above.isEmpty()) {
        break;
      }
      Map<RecordId, RecordState> more = store.states(served.workspace(), above);
      asked.addAll(above);
      above.clear();
      states.putAll(more);
      found = more.values();
    }
    return states;
  }

  private static Map<String, Value> put(Op op) {
    Map<String, Value> put = new HashMap<>();
    op.fields()
        .forEach(
            (name, change) -> {
              if (change instanceof FieldChange.Put(Value value)) {
                put.put(name, value);
              }
            });
    return put;
  }

  /**
   * What happened after {@code after}, or its beginning when that is much; of that, what may be
   * read.
   *
   * @param chain the log's chain at {@code after} as the client knows it
   * @param tag under which rights it asks
   * @throws ProblemException when the client's past is not this log's, or its rights are others now
   */
  public PullAnswer pull(long after, Optional<String> chain, Optional<String> tag, Asker asker) {
    return store.inTransaction(served.workspace(), () -> feed.pull(after, chain, tag, asker));
  }

  /** Whether somebody may read a record as it is now; what nobody wrote nobody may. */
  public boolean mayRead(Asker asker, RecordId record) {
    return store.inTransaction(served.workspace(), () -> views.mayRead(asker, record));
  }

  /** Where a record is now; what nobody wrote is where nobody reaches. */
  public Scope scope(RecordId record) {
    return store.inTransaction(served.workspace(), () -> views.scope(record));
  }

  private void requireOriginal(Hello hello) {
    if (store.device(served.workspace(), hello.device()).isCopy(hello)) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH, "This profile goes on elsewhere too; it may be a copy.");
    }
  }

  /**
   * Opens a session: agrees on a version and on a common past.
   *
   * @throws ProblemException when there is no version both speak, or no common past
   */
  public Welcome hello(Hello hello, Asker asker) {
    int version = Versions.shared(hello.versionMin(), hello.versionMax());
    Instant now = clock.instant();
    Set<String> features =
        hello.features().stream().filter(Feature.OURS::contains).collect(Collectors.toSet());
    return store.inTransaction(
        served.workspace(),
        () -> {
          hello.cursor().ifPresent(feed::requireCommonPast);
          requireOriginal(hello);
          store.seen(served.workspace(), hello.device(), hello.incarnation(), hello.author(), now);
          return welcome(version, features, now, asker);
        });
  }

  private Welcome welcome(int version, Set<String> features, Instant now, Asker asker) {
    Head head = store.head(served.workspace());
    return new Welcome(
        version,
        features,
        served.workspace(),
        served.name(),
        served.epoch(),
        head.seq(),
        now.toEpochMilli(),
        Protocol.PUSH_OPS_MAX,
        Protocol.MESSAGE_BYTES_MAX,
        notice,
        views.standing(asker).filter(_ -> features.contains(Feature.STANDING.wireName())),
        Optional.empty());
  }

  /**
   * Makes sure that a request is meant for this workspace.
   *
   * @throws ProblemException when it is not
   */
  public void require(WorkspaceId workspace) {
    served.require(workspace);
  }

  /** What whoever asks may do here now. */
  public Access access(Asker asker) {
    return store.inTransaction(served.workspace(), () -> views.access(asker));
  }

  /** Whether whoever asks was removed from the workspace. */
  public boolean isRemoved(Asker asker) {
    return asker.person().isPresent()
        && store.inTransaction(
            served.workspace(),
            () -> store.isRemoved(served.workspace(), asker.person().orElseThrow()));
  }

  /** Whether nobody wrote anything yet. */
  public boolean isEmpty() {
    return store.inTransaction(served.workspace(), () -> store.head(served.workspace())).seq() == 0;
  }

  /** The one workspace this serves. */
  public WorkspaceId workspace() {
    return served.workspace();
  }
}
