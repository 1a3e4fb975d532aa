package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Orphans;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordState;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what one push leads to, group by group, on top of its batch. Pure but for the salts;
 * knows no database.
 */
final class PushPlanner {
  /** Log bytes one push may lead to: a small edit of a long text writes the whole text. */
  static final long EFFECT_BYTES_MAX = 64L << 20;

  private final Push push;
  private GrantBook book;
  private final List<Move> moves = new ArrayList<>();
  private final List<AuditNote> audit = new ArrayList<>();
  private final Asker asker;
  private final Optional<Act> act;
  private final Batch batch;
  private final Merge.Writer writer;
  private final CommitCutter commits;
  private final Map<RecordId, RecordState> states = new HashMap<>();
  private final Map<Long, Outcome> outcomes = new TreeMap<>();
  private final List<Plan.First> firsts = new ArrayList<>();
  private final Orphans orphans;
  private final Removals removals;
  private long seq;
  private int conflicts;

  PushPlanner(Delivery delivery, Batch batch) {
    this.push = delivery.push();
    this.asker = delivery.asker();
    this.act = delivery.act();
    this.book = batch.book(delivery.asker());
    this.batch = batch;
    this.writer =
        new Merge.Writer(
            push.device(), push.author(), batch.acceptedAtMillis, push.clockOffsetMillis());
    this.commits = new CommitCutter(batch.head().chain());
    this.orphans = new Orphans(record -> state(record, "").isAbsent());
    this.removals = new Removals(PushRules.groups(push.ops()), batch.before.liveRecords());
    this.seq = batch.head().seq();
  }

  /**
   * Plans the push.
   *
   * @throws ProblemException when the push as a whole cannot be taken
   */
  Plan plan() {
    if (batch.before.known().isOlderStart(push)) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH, "This profile was started again elsewhere; it may be a copy.");
    }
    for (List<Op> group : PushRules.groups(push.ops())) {
      List<Op> fresh = group.stream().filter(this::isNew).toList();
      if (!fresh.isEmpty()) {
        take(fresh);
      }
    }
    act.ifPresent(this::perform);
    List<Commit> finished = commits.finish();
    for (Commit commit : finished) {
      audit.add(committed(commit));
    }
    return new Plan(
        push,
        finished,
        firsts,
        new PushAnswer(answers(), seq),
        conflicts,
        moves,
        audit.stream().map(this::bytes).toList());
  }

  private byte[] bytes(AuditNote note) {
    return note.bytes(
        asker.isServer() ? Optional.empty() : asker.person(),
        push.device().toString(),
        batch.acceptedAtMillis);
  }

  /** That a push was taken in, by the digest of what it wrote. */
  private AuditNote committed(Commit commit) {
    LogEntry last = commit.entries().getLast();
    return new AuditNote(
        "push.committed",
        AuditNote.SUCCESS,
        "",
        last.kind(),
        last.record(),
        Map.of(
            "firstSeq", Long.toString(commit.firstSeq()),
            "lastSeq", Long.toString(commit.lastSeq()),
            "digest", commit.digest().hex()));
  }

  /** The states the push leads to, once it is planned. */
  Map<RecordId, RecordState> states() {
    return states;
  }

  /** Settles a resend with its first outcome. */
  private boolean isNew(Op op) {
    if (batch.before.known().isClash(push, op)) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH,
          "Operation number %s came before with other content; this profile may be a copy."
              .formatted(op.opNo()));
    }
    if (op.baseSeq() > batch.before.head().seq()) {
      throw new ProblemException(
          Problem.DIVERGED,
          "A change builds on an entry this server does not have. " + Problem.DIVERGED_HELP);
    }
    Optional<Outcome> first = batch.before.known().firstOutcome(op);
    first.ifPresent(outcome -> remember(op, outcome));
    return first.isEmpty();
  }

  private void remember(Op op, Outcome outcome) {
    outcomes.put(op.opNo(), new Outcome.Duplicate(outcome));
    if (outcome instanceof Outcome.Parked) {
      orphans.parked(op);
    }
  }

  private void perform(Act its) {
    GroupPlan attempt = attempt();
    its.in(attempt.around());
    keep(attempt);
  }

  private GroupPlan attempt() {
    return new GroupPlan(
        this::state, states::values, removals::isConfirmed, book, writer, batch, seq);
  }

  private void take(List<Op> group) {
    if (removals.mustWait(group)) {
      park(
          group,
          group.getFirst(),
          new Merge.Refused(
              ParkReason.MASS_CHANGE, "removes much at once and nobody confirmed it"));
      return;
    }
    GroupPlan attempt = attempt();
    for (Op op : group) {
      Optional<Merge.Refused> refused = orphan(op).or(() -> attempt.take(op));
      if (refused.isPresent()) {
        park(group, op, refused.get());
        return;
      }
    }
    if (!asker.isServer()) {
      batch.aftermath.after(List.copyOf(attempt.done), attempt.around());
    }
    for (int i = 0; i < group.size(); i++) {
      settle(group.get(i), attempt.outcomes.get(i));
    }
    keep(attempt);
  }

  private void keep(GroupPlan attempt) {
    audit.addAll(attempt.audit);
    states.putAll(attempt.states);
    seq += attempt.entries.size();
    conflicts += attempt.conflicts;
    book = attempt.book;
    moves.addAll(attempt.moves);
    commits.add(attempt.entries, attempt.bytes);
    if (commits.totalBytes() > EFFECT_BYTES_MAX) {
      throw new ProblemException(
          Problem.PUSH_TOO_LARGE, "Send the same operations in smaller pushes.");
    }
  }

  private Optional<Merge.Refused> orphan(Op op) {
    return orphans.isChild(op)
        ? Optional.of(
            new Merge.Refused(ParkReason.PARENT, "what this belongs to was itself kept aside"))
        : Optional.empty();
  }

  private void park(List<Op> group, Op culprit, Merge.Refused refused) {
    if (refused.reason() == ParkReason.NOT_ALLOWED) {
      audit.add(
          new AuditNote(
              "write.refused",
              AuditNote.DENIED,
              refused.reason().name().toLowerCase(Locale.ROOT),
              culprit.kind(),
              culprit.record(),
              Map.of("action", culprit.action().name().toLowerCase(Locale.ROOT))));
    }
    for (Op op : group) {
      orphans.parked(op);
      settle(
          op,
          op == culprit || refused.reason() == ParkReason.MASS_CHANGE
              ? new Outcome.Parked(refused.reason(), refused.detail())
              : new Outcome.Parked(
                  ParkReason.GROUP, "another operation of this group cannot apply"));
    }
  }

  private void settle(Op op, Outcome outcome) {
    outcomes.put(op.opNo(), outcome);
    firsts.add(new Plan.First(op, outcome));
  }

  private RecordState state(RecordId record, String kind) {
    RecordState planned = states.get(record);
    return planned != null ? planned : batch.state(record, kind);
  }

  private List<OpOutcome> answers() {
    return outcomes.entrySet().stream()
        .map(outcome -> new OpOutcome(outcome.getKey(), outcome.getValue()))
        .toList();
  }
}
