package dev.throughline.server.sync;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what a push leads to, group by group, from what the log held when its head was locked.
 * Pure but for the salts; knows no database. One planner plans one push.
 */
final class PushPlanner {
  /** Log bytes one push may lead to: a small edit of a long text writes the whole text. */
  static final long EFFECT_BYTES_MAX = 64L << 20;

  /**
   * What the log held.
   *
   * @param states of every record the push names, as far as it is there
   */
  record Before(Head head, Map<RecordId, RecordState> states, KnownOps known, Merge.Past past) {}

  private final Push push;
  private final Before before;
  private final Merge.Writer writer;
  private final RandomBytes random;
  private final CommitCutter commits;
  private final Map<RecordId, RecordState> states = new HashMap<>();
  private final Map<Long, Outcome> outcomes = new TreeMap<>();
  private final List<Plan.First> firsts = new ArrayList<>();
  private long seq;
  private int conflicts;

  PushPlanner(Push push, Before before, long acceptedAtMillis, RandomBytes random) {
    this.push = push;
    this.before = before;
    this.writer = new Merge.Writer(push.device(), push.author(), acceptedAtMillis);
    this.random = random;
    this.commits = new CommitCutter(before.head().chain());
    this.seq = before.head().seq();
  }

  /**
   * Plans the push.
   *
   * @throws ProblemException when the push as a whole cannot be taken
   */
  Plan plan() {
    for (List<Op> group : PushRules.groups(push.ops())) {
      List<Op> fresh = group.stream().filter(this::isNew).toList();
      if (!fresh.isEmpty()) {
        take(fresh);
      }
    }
    List<Commit> finished = commits.finish();
    Head head = finished.isEmpty() ? before.head() : new Head(seq, finished.getLast().chain());
    return new Plan(
        finished,
        states.values().stream().filter(state -> !isThere(state)).toList(),
        states.values().stream().filter(this::isThere).toList(),
        head,
        List.copyOf(firsts),
        new PushAnswer(answers(), head.seq()),
        conflicts);
  }

  /** Settles a resend with its first outcome. */
  private boolean isNew(Op op) {
    if (before.known().isClash(op)) {
      throw new ProblemException(
          Problem.INCARNATION_CLASH,
          "Operation number %s came before with other content; this profile may be a copy."
              .formatted(op.opNo()));
    }
    if (op.baseSeq() > before.head().seq()) {
      throw new ProblemException(
          Problem.DIVERGED, "An operation builds on an entry this log does not have.");
    }
    Optional<Outcome> first = before.known().firstOutcome(op);
    first.ifPresent(outcome -> outcomes.put(op.opNo(), new Outcome.Duplicate(outcome)));
    return first.isEmpty();
  }

  private void take(List<Op> group) {
    GroupPlan attempt = new GroupPlan(this::stateBefore, writer, before.past(), random, seq);
    for (Op op : group) {
      Optional<Merge.Refused> refused = attempt.take(op);
      if (refused.isPresent()) {
        park(group, op, refused.get());
        return;
      }
    }
    for (int i = 0; i < group.size(); i++) {
      settle(group.get(i), attempt.outcomes.get(i));
    }
    states.putAll(attempt.states);
    seq += attempt.entries.size();
    conflicts += attempt.conflicts;
    commits.add(attempt.entries, attempt.bytes);
    if (commits.totalBytes() > EFFECT_BYTES_MAX) {
      throw new ProblemException(
          Problem.PUSH_TOO_LARGE, "Send the same operations in smaller pushes.");
    }
  }

  private void park(List<Op> group, Op culprit, Merge.Refused refused) {
    for (Op op : group) {
      settle(
          op,
          op == culprit
              ? new Outcome.Parked(refused.reason(), refused.detail())
              : new Outcome.Parked(
                  ParkReason.GROUP, "another operation of this group cannot apply"));
    }
  }

  private void settle(Op op, Outcome outcome) {
    outcomes.put(op.opNo(), outcome);
    firsts.add(new Plan.First(op, outcome));
  }

  private RecordState stateBefore(Op op) {
    RecordState planned = states.get(op.record());
    if (planned != null) {
      return planned;
    }
    RecordState stored = before.states().get(op.record());
    return stored != null ? stored : RecordState.absent(op.record(), op.kind());
  }

  private boolean isThere(RecordState state) {
    return before.states().containsKey(state.id());
  }

  private List<OpOutcome> answers() {
    return outcomes.entrySet().stream()
        .map(outcome -> new OpOutcome(outcome.getKey(), outcome.getValue()))
        .toList();
  }
}
