package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PushPlannerTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(Uuids.derived("workspace"));
  private static final RandomBytes FIXED = byte[]::new;

  private final SampleOps anna = new SampleOps("anna");
  private final SampleOps ben = new SampleOps("ben");
  private final Map<RecordId, RecordState> states = new HashMap<>();
  private Head head = new Head(0, Hash.NONE);

  @Test
  void everyOperationGetsOneEntryAndTheChainCoversThem() {
    Plan plan =
        plan(
            anna,
            List.of(
                anna.put(record("a"), 0, "title", "x"), anna.put(record("b"), 0, "title", "y")));
    assertThat(plan.head().seq()).isEqualTo(2);
    Commit commit = plan.commits().getFirst();
    assertThat(commit.firstSeq()).isEqualTo(1);
    assertThat(commit.entries())
        .allSatisfy(
            entry ->
                assertThat(entry.commitment()).isEqualTo(Hash.over(entry.salt(), entry.payload())));
    Hash digest =
        Hash.over(
            commit.entries().get(0).commitment().bytes(),
            commit.entries().get(1).commitment().bytes());
    assertThat(plan.head().chain()).isEqualTo(Hash.over(digest.bytes()));
    Plan next = plan(anna, List.of(anna.put(record("a"), 2, "place", "Kitchen")));
    assertThat(next.head().chain())
        .isEqualTo(
            Hash.over(plan.head().chain().bytes(), next.commits().getFirst().digest().bytes()));
  }

  @Test
  void thePlanIsTheSameOnEveryServer() {
    List<Op> ops = List.of(anna.put(record("a"), 0, "title", "x"));
    assertThat(planner(anna, ops, new KnownOps(List.of())).plan())
        .usingRecursiveComparison()
        .isEqualTo(planner(anna, ops, new KnownOps(List.of())).plan());
  }

  @Test
  void aLaterOperationSeesWhatAnEarlierOneOfThePushMade() {
    Plan plan =
        plan(
            anna,
            List.of(
                anna.put(record("a"), 0, "title", "x"), anna.put(record("a"), 0, "title", "y")));
    assertThat(plan.answer().outcomes())
        .containsExactly(
            new OpOutcome(1, new Outcome.Applied(1)), new OpOutcome(2, new Outcome.Applied(2)));
    assertThat(plan.created())
        .singleElement()
        .satisfies(state -> assertThat(state.fields()).containsEntry("title", Value.text("y")));
  }

  @Test
  void whatIsSoAlreadyMakesNoEntry() {
    plan(anna, List.of(anna.put(record("a"), 0, "title", "x")));
    Plan plan = plan(ben, List.of(ben.put(record("a"), 0, "title", "x")));
    assertThat(plan.commits()).isEmpty();
    assertThat(plan.head().seq()).isEqualTo(1);
    assertThat(plan.firsts()).hasSize(1);
    assertThat(plan.answer().outcomes()).containsExactly(new OpOutcome(1, new Outcome.Applied(1)));
  }

  @Test
  void aConflictIsARecordOfItsOwn() {
    plan(anna, List.of(anna.put(record("a"), 0, "title", "x")));
    Plan plan = plan(ben, List.of(ben.put(record("a"), 0, "title", "y")));
    assertThat(plan.conflicts()).isEqualTo(1);
    assertThat(plan.head().seq()).isEqualTo(3);
    LogEntry card = plan.commits().getFirst().entries().getLast();
    assertThat(card.kind()).isEqualTo("conflict");
    assertThat(card.op()).isEmpty();
    assertThat(card.author()).isEqualTo("server");
    assertThat(plan.answer().outcomes())
        .containsExactly(new OpOutcome(1, new Outcome.Conflicted(2, List.of(card.record()))));
    assertThat(plan.created()).extracting(RecordState::id).containsExactly(card.record());
    assertThat(plan.updated()).extracting(RecordState::id).containsExactly(record("a"));
  }

  @Test
  void aParkedGroupLeavesNoTraceInLaterOnes() {
    List<Op> group =
        anna.grouped(
            List.of(
                anna.put(record("a"), 0, "title", "x"),
                anna.put(record("b"), 0, "date", "someday")));
    Op after = anna.put(record("a"), 0, "title", "y");
    Plan plan = plan(anna, Stream.concat(group.stream(), Stream.of(after)).toList());
    assertThat(plan.answer().outcomes().get(0).outcome())
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            parked -> assertThat(parked.reason()).isEqualTo(ParkReason.GROUP));
    assertThat(plan.answer().outcomes().get(2).outcome()).isEqualTo(new Outcome.Applied(1));
    assertThat(plan.conflicts()).isZero();
    assertThat(plan.head().seq()).isEqualTo(1);
  }

  @Test
  void aResendIsSettledByItsFirstOutcome() {
    Op op = anna.put(record("a"), 0, "title", "x");
    Outcome first = new Outcome.Merged(7);
    var known = new KnownOps.Known(op.id(), op.opNo(), true, first);
    head = new Head(7, Hash.NONE);
    Plan plan = planner(anna, List.of(op), new KnownOps(List.of(known))).plan();
    assertThat(plan.answer().outcomes())
        .containsExactly(new OpOutcome(1, new Outcome.Duplicate(first)));
    assertThat(plan.firsts()).isEmpty();
    assertThat(plan.commits()).isEmpty();
  }

  @Test
  void anOperationOnAFutureTheLogDoesNotHaveIsRefused() {
    assertProblem(Problem.DIVERGED, List.of(anna.put(record("a"), 5, "title", "x")));
  }

  @Test
  void aLargePushBecomesSeveralCommitsCutBetweenGroups() {
    String text = "x".repeat(300_000);
    List<Op> ops =
        IntStream.range(0, 8).mapToObj(i -> anna.put(record("m" + i), 0, "later", text)).toList();
    List<Op> last = anna.grouped(ops.subList(4, 8));
    Plan plan = plan(anna, Stream.concat(ops.subList(0, 4).stream(), last.stream()).toList());
    assertThat(plan.commits())
        .extracting(commit -> commit.entries().size())
        .containsExactly(3, 1, 4);
    assertThat(plan.commits().stream().flatMap(c -> c.entries().stream()).map(LogEntry::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
    assertThat(plan.answer().head()).isEqualTo(8);
  }

  @Test
  void aGroupTooLargeForOneMessageIsParked() {
    String text = "x".repeat(3_000_000);
    List<Op> group =
        anna.grouped(
            IntStream.range(0, 3)
                .mapToObj(i -> anna.put(record("m" + i), 0, "later", text))
                .toList());
    Plan plan = plan(anna, group);
    assertThat(plan.answer().outcomes())
        .allSatisfy(o -> assertThat(o.outcome()).isInstanceOf(Outcome.Parked.class));
    assertThat(plan.commits()).isEmpty();
  }

  @Test
  void aPushThatWouldWriteTooMuchIsRefusedWhole() {
    String text = "x".repeat(3_000_000);
    List<Op> ops =
        IntStream.range(0, 24).mapToObj(i -> anna.put(record("m" + i), 0, "later", text)).toList();
    assertProblem(Problem.PUSH_TOO_LARGE, ops);
  }

  @Test
  void anUnsoundPushIsRefused() {
    Op first = anna.put(record("a"), 0, "title", "x");
    Op second = anna.put(record("b"), 0, "title", "y");
    assertInvalid(List.of(second, first));
    assertInvalid(List.of(first, first));
    List<Op> torn = anna.grouped(List.of(first, anna.put(record("c"), 0, "title", "z")));
    assertInvalid(List.of(torn.get(0), second, torn.get(1)));
    List<Op> huge =
        anna.grouped(
            IntStream.range(0, 2_001)
                .mapToObj(i -> anna.put(record("a"), 0, "title", "x"))
                .toList());
    assertInvalid(huge);
  }

  private Plan plan(SampleOps device, List<Op> ops) {
    Plan plan = planner(device, ops, new KnownOps(List.of())).plan();
    head = plan.head();
    Stream.concat(plan.created().stream(), plan.updated().stream())
        .forEach(state -> states.put(state.id(), state));
    return plan;
  }

  private PushPlanner planner(SampleOps device, List<Op> ops, KnownOps known) {
    var before =
        new PushPlanner.Before(
            head, Map.copyOf(states), known, (record, field, seq) -> Optional.empty());
    return new PushPlanner(push(device, ops), before, 1_000_000, FIXED);
  }

  private static Push push(SampleOps device, List<Op> ops) {
    return new Push(1, WORKSPACE, device.id(), 1, device.author(), ops);
  }

  private void assertProblem(Problem problem, List<Op> ops) {
    assertThatThrownBy(() -> plan(anna, ops))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private void assertInvalid(List<Op> ops) {
    assertThatThrownBy(() -> PushRules.require(push(anna, ops)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.PUSH_INVALID));
  }

  private static RecordId record(String name) {
    return new RecordId(Uuids.derived(name));
  }
}
