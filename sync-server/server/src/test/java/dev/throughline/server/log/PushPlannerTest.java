package dev.throughline.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.sync.Removal;
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
    Planned plan =
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
    Planned next = plan(anna, List.of(anna.put(record("a"), 2, "place", "Kitchen")));
    assertThat(next.head().chain())
        .isEqualTo(
            Hash.over(plan.head().chain().bytes(), next.commits().getFirst().digest().bytes()));
  }

  @Test
  void thePlanIsTheSameOnEveryServer() {
    List<Op> ops = List.of(anna.put(record("a"), 0, "title", "x"));
    assertThat(planned(anna, ops, List.of()))
        .usingRecursiveComparison()
        .isEqualTo(planned(anna, ops, List.of()));
  }

  @Test
  void aLaterOperationSeesWhatAnEarlierOneOfThePushMade() {
    Planned plan =
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
    Planned plan = plan(ben, List.of(ben.put(record("a"), 0, "title", "x")));
    assertThat(plan.commits()).isEmpty();
    assertThat(plan.head().seq()).isEqualTo(1);
    assertThat(plan.firsts()).hasSize(1);
    assertThat(plan.answer().outcomes()).containsExactly(new OpOutcome(1, new Outcome.Applied(1)));
  }

  @Test
  void aConflictIsARecordOfItsOwn() {
    plan(anna, List.of(anna.put(record("a"), 0, "title", "x")));
    Planned plan = plan(ben, List.of(ben.put(record("a"), 0, "title", "y")));
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
    Op after = anna.put(record("c"), 0, "title", "y");
    Planned plan = plan(anna, Stream.concat(group.stream(), Stream.of(after)).toList());
    assertThat(plan.answer().outcomes().get(0).outcome())
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            parked -> assertThat(parked.reason()).isEqualTo(ParkReason.GROUP));
    assertThat(plan.answer().outcomes().get(2).outcome()).isEqualTo(new Outcome.Applied(1));
    assertThat(plan.conflicts()).isZero();
    assertThat(plan.head().seq()).isEqualTo(1);
  }

  @Test
  void childrenOfAParkedCreationAreParkedWithIt() {
    Op created = anna.put(record("a"), 0, "date", "someday");
    Op edit = anna.put(record("a"), 0, "title", "x");
    Op child = anna.put(record("b"), 0, "study", record("a").toString());
    Op grandchild = anna.put(record("b"), 0, "title", "y");
    Op other = anna.put(record("c"), 0, "title", "z");
    Planned plan = plan(anna, List.of(created, edit, child, grandchild, other));
    assertThat(plan.answer().outcomes())
        .extracting(
            answered ->
                answered.outcome() instanceof Outcome.Parked parked
                    ? parked.reason().name()
                    : "applied")
        .containsExactly("INVALID", "PARENT", "PARENT", "PARENT", "applied");
    assertThat(plan.created()).extracting(RecordState::id).containsExactly(record("c"));
  }

  @Test
  void aResendOfAParkedCreationStillHoldsItsChildrenBack() {
    Op created = anna.put(record("a"), 0, "title", "x");
    var parked = new Outcome.Parked(ParkReason.INVALID, "does not fit");
    var known = new KnownOps.Known(created.id(), new KnownOps.Number(anna.id(), 1), parked);
    Op later = anna.put(record("a"), 0, "title", "y");
    Planned plan = planned(anna, List.of(created, later), List.of(known));
    assertThat(plan.answer().outcomes().getLast().outcome())
        .isInstanceOfSatisfying(
            Outcome.Parked.class,
            outcome -> assertThat(outcome.reason()).isEqualTo(ParkReason.PARENT));
  }

  @Test
  void anEditOfARecordThatIsThereIsNoChild() {
    plan(anna, List.of(anna.put(record("a"), 0, "title", "x")));
    Op bad = anna.put(record("a"), 1, "date", "someday");
    Op good = anna.put(record("a"), 1, "title", "y");
    assertThat(plan(anna, List.of(bad, good)).answer().outcomes().getLast().outcome())
        .isEqualTo(new Outcome.Applied(2));
  }

  @Test
  void pushesOfOneTransactionSeeEachOther() {
    Batch batch = batch(List.of());
    Push first = push(anna, List.of(anna.put(record("a"), 0, "title", "x")));
    batch.take(delivered(first));
    batch.take(delivered(push(ben, List.of(ben.put(record("a"), 0, "place", "Kitchen")))));
    assertThat(batch.take(delivered(first)).answer().outcomes())
        .containsExactly(new OpOutcome(1, new Outcome.Duplicate(new Outcome.Applied(1))));
    Effect effect = batch.effect();
    assertThat(effect.head().seq()).isEqualTo(2);
    assertThat(effect.plans().get(1).commits().getFirst().chain()).isEqualTo(effect.head().chain());
    assertThat(effect.created())
        .singleElement()
        .satisfies(state -> assertThat(state.fields()).hasSize(2));
  }

  @Test
  void aRefusedPushLeavesNoTraceInItsTransaction() {
    Batch batch = batch(List.of());
    Op fine = anna.put(record("a"), 0, "title", "x");
    Op future = anna.put(record("b"), 9, "title", "y");
    assertThatThrownBy(() -> batch.take(delivered(push(anna, List.of(fine, future)))))
        .isInstanceOf(ProblemException.class);
    assertThat(batch.effect().hasEntries()).isFalse();
    assertThat(batch.take(delivered(push(anna, List.of(fine)))).answer().head()).isEqualTo(1);
  }

  @Test
  void removingMuchAtOnceWaitsForAPersonsWord() {
    List<RecordId> all = workspaceOf(50);
    List<RecordId> three = all.subList(0, 3);
    assertThat(plan(anna, anna.grouped(trash(three, Optional.empty()))).answer().outcomes())
        .allSatisfy(
            answered ->
                assertThat(answered.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo(ParkReason.MASS_CHANGE)));
    List<Op> confirmed = anna.grouped(trash(three, Optional.of(Removal.of(three))));
    Planned plan = plan(anna, confirmed);
    assertThat(plan.updated()).allSatisfy(state -> assertThat(state.trash()).isPresent());
    assertThat(plan.commits().getFirst().entries())
        .allSatisfy(entry -> assertThat(Payload.of(entry.payload()).deliberate()).isTrue());
  }

  @Test
  void aWordForOtherRecordsIsNone() {
    List<RecordId> all = workspaceOf(50);
    List<Op> trashed = trash(all.subList(0, 3), Optional.of(Removal.of(all.subList(1, 4))));
    assertThat(plan(anna, anna.grouped(trashed)).commits()).isEmpty();
  }

  @Test
  void smallGesturesNeedNoWordUntilThereAreVeryMany() {
    List<RecordId> all = workspaceOf(260);
    assertThat(plan(anna, trash(all.subList(0, 20), Optional.empty())).commits()).isNotEmpty();
    assertThat(plan(anna, trash(all.subList(20, 221), Optional.empty())).commits()).isEmpty();
  }

  private List<RecordId> workspaceOf(int count) {
    List<RecordId> records = IntStream.range(0, count).mapToObj(i -> record("r" + i)).toList();
    plan(ben, records.stream().map(id -> ben.put(id, 0, "title", "x")).toList());
    return records;
  }

  private List<Op> trash(List<RecordId> records, Optional<Removal> word) {
    return records.stream().map(id -> anna.trash(id, head.seq(), word)).toList();
  }

  @Test
  void aResendIsSettledByItsFirstOutcome() {
    Op op = anna.put(record("a"), 0, "title", "x");
    Outcome first = new Outcome.Merged(7);
    var known = new KnownOps.Known(op.id(), new KnownOps.Number(anna.id(), op.opNo()), first);
    head = new Head(7, Hash.NONE);
    Planned plan = planned(anna, List.of(op), List.of(known));
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
    String text = "x".repeat(75_000);
    List<Op> ops =
        IntStream.range(0, 8).mapToObj(i -> anna.put(record("m" + i), 0, "later", text)).toList();
    List<Op> last = anna.grouped(ops.subList(4, 8));
    Planned plan = plan(anna, Stream.concat(ops.subList(0, 4).stream(), last.stream()).toList());
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
    Planned plan = plan(anna, group);
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

  private Planned plan(SampleOps device, List<Op> ops) {
    Planned plan = planned(device, ops, List.of());
    head = plan.head();
    Stream.concat(plan.created().stream(), plan.updated().stream())
        .forEach(state -> states.put(state.id(), state));
    return plan;
  }

  private Planned planned(SampleOps device, List<Op> ops, List<KnownOps.Known> known) {
    Batch batch = batch(known);
    return new Planned(batch.take(delivered(push(device, ops))), batch.effect());
  }

  private static Delivery delivered(Push push) {
    return new Delivery(push, Asker.ANYBODY);
  }

  private Batch batch(List<KnownOps.Known> known) {
    var before =
        new Batch.Before(
            head,
            Map.copyOf(states),
            new KnownOps(known, Map.of()),
            (record, field, seq) -> Optional.empty(),
            () -> states.size(),
            _ -> List.of(),
            _ -> false,
            record -> Optional.ofNullable(states.get(record)),
            (_, _, _) -> List.of());
    return new Batch(before, 1_000_000, FIXED, Merge::apply, Aftermath.NONE);
  }

  /** One push planned alone. */
  private record Planned(Plan plan, Effect effect) {
    List<Commit> commits() {
      return plan.commits();
    }

    List<Plan.First> firsts() {
      return plan.firsts();
    }

    PushAnswer answer() {
      return plan.answer();
    }

    int conflicts() {
      return plan.conflicts();
    }

    Head head() {
      return effect.head();
    }

    List<RecordState> created() {
      return effect.created();
    }

    List<RecordState> updated() {
      return effect.updated();
    }
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
