package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.value.Value;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people decide travels over the real server: a settled conflict, a confirmed removal. */
class SettlingIT {
  private final int port = TestServers.shared().port();
  private final TestDevice anna = new TestDevice(port, "Anna");
  private final TestDevice ben = new TestDevice(port, "Ben");

  @Test
  void howAConflictWasSettledReachesTheOtherDesktop() {
    Change conflict = conflict();
    assertThat(anna.send(settled(anna, conflict, Conflict.KEPT)))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ben.record(conflict.record()))
        .containsEntry("state", Value.text(Conflict.RESOLVED))
        .containsEntry(Conflict.RESOLUTION, Value.text(Conflict.KEPT))
        .containsEntry("kept", conflict.fields().get("kept"));
  }

  @Test
  void twoWhoSettleOneConflictDifferentlyMakeNoConflictAboutIt() {
    Change conflict = conflict();
    Op later = settled(anna, conflict, Conflict.KEPT);
    assertThat(ben.send(settled(ben, conflict, Conflict.SHOWN)))
        .isInstanceOf(Outcome.Applied.class);
    long before = anna.hello().head();
    anna.send(later);
    assertThat(anna.pullAll(before)).extracting(Change::record).containsOnly(conflict.record());
    assertThat(anna.record(conflict.record()))
        .containsEntry(Conflict.RESOLUTION, Value.text(Conflict.KEPT));
  }

  private static Op settled(TestDevice who, Change conflict, String how) {
    return who.edit(
        conflict.record(),
        Conflict.KIND.name(),
        conflict.seq(),
        Map.of(
            "state",
            FieldChange.put(Value.text(Conflict.RESOLVED)),
            Conflict.RESOLUTION,
            FieldChange.put(Value.text(how))));
  }

  @Test
  void nobodyWritesWhatAConflictKeeps() {
    Change conflict = conflict();
    Op forged =
        ben.put(
            conflict.record(), Conflict.KIND.name(), conflict.seq(), "kept", "never said this way");
    assertThat(ben.send(forged)).isInstanceOf(Outcome.Parked.class);
    assertThat(anna.record(conflict.record()))
        .containsEntry("kept", conflict.fields().get("kept"))
        .containsEntry("state", Value.text(Conflict.OPEN));
  }

  /** Two people give one interview two titles. */
  private Change conflict() {
    RecordId interview = TestDevice.newRecord();
    anna.push(anna.put(interview, "interview", 0, "title", "before"));
    long seen = anna.hello().head();
    anna.push(anna.put(interview, "interview", seen, "title", "Anna's"));
    assertThat(ben.send(ben.put(interview, "interview", seen, "title", "Ben's")))
        .isInstanceOf(Outcome.Conflicted.class);
    return anna.pullAll(seen).stream()
        .filter(change -> change.kind().equals(Conflict.KIND.name()))
        .toList()
        .getLast();
  }

  @Test
  void notesWrittenInAnInterviewBringItBackFromATrashTheirWriterDidNotKnowOf() {
    RecordId interview = TestDevice.newRecord();
    RecordId memo = TestDevice.newRecord();
    anna.push(anna.put(interview, "interview", 0, "title", "talk"), memoOf(memo, interview));
    long seen = anna.hello().head();
    anna.push(anna.trash(interview, "interview", seen));
    assertThat(ben.send(ben.put(memo, "memo", seen, "notes", "written meanwhile")))
        .isInstanceOf(Outcome.Conflicted.class);
    assertThat(isTrashed(interview)).isFalse();
    assertThat(anna.pullAll(seen))
        .filteredOn(change -> change.kind().equals(Conflict.KIND.name()))
        .singleElement()
        .satisfies(
            card ->
                assertThat(card.fields())
                    .containsEntry("record", Value.text(interview.toString()))
                    .containsEntry("field", Value.text("trash")));
  }

  @Test
  void whoMovedAnInterviewToTheTrashDoesNotBringItBackWithALateSave() {
    RecordId interview = TestDevice.newRecord();
    RecordId memo = TestDevice.newRecord();
    anna.push(anna.put(interview, "interview", 0, "title", "talk"), memoOf(memo, interview));
    long seen = anna.hello().head();
    anna.push(
        anna.trash(interview, "interview", seen), anna.put(memo, "memo", seen, "notes", "late"));
    assertThat(isTrashed(interview)).isTrue();
  }

  @Test
  void aRestoreWinsAgainstATrashThatDidNotKnowOfIt() {
    RecordId interview = TestDevice.newRecord();
    anna.push(anna.put(interview, "interview", 0, "title", "talk"));
    long seen = anna.hello().head();
    anna.push(anna.trash(interview, "interview", seen));
    long trashed = anna.hello().head();
    anna.push(anna.restore(interview, "interview", trashed));
    assertThat(ben.send(ben.trash(interview, "interview", seen)))
        .isInstanceOf(Outcome.Conflicted.class);
    assertThat(isTrashed(interview)).isFalse();
  }

  private Op memoOf(RecordId memo, RecordId interview) {
    return anna.edit(
        memo,
        "memo",
        0,
        Map.of(
            "notes", FieldChange.put(Value.text("first")),
            "interview", FieldChange.put(Value.text(interview.toString()))));
  }

  private boolean isTrashed(RecordId record) {
    return ben.pullAll(0).stream()
        .filter(change -> change.record().equals(record))
        .toList()
        .getLast()
        .trashed();
  }

  @Test
  void aLargeRemovalThatNobodyConfirmedIsKeptAsideAndRemovesNothing() {
    List<RecordId> memos = memos(Removal.COUNT_MAX + 1);
    assertThat(outcomes(removal(memos, new TreeMap<>())))
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        Outcome.Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo(ParkReason.MASS_CHANGE)));
    assertThat(trashed(memos)).isZero();
  }

  @Test
  void aLargeRemovalThatAPersonConfirmedIsTaken() {
    List<RecordId> memos = memos(Removal.COUNT_MAX + 1);
    assertThat(outcomes(removal(memos, word(memos))))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Applied.class));
    assertThat(trashed(memos)).isEqualTo(memos.size());
  }

  @Test
  void theWordForOtherRecordsDoesNotCountForThese() {
    List<RecordId> memos = memos(Removal.COUNT_MAX + 1);
    List<RecordId> others = memos.stream().map(_ -> TestDevice.newRecord()).toList();
    assertThat(outcomes(removal(memos, word(others))))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Parked.class));
    assertThat(trashed(memos)).isZero();
  }

  @Test
  void anInventedWordForMoreRecordsThanThereAreCountsForNone() {
    List<RecordId> memos = memos(Removal.COUNT_MAX + 1);
    Removal invented = new Removal(memos.size() + 1, "00");
    var word = new TreeMap<String, FieldChange>();
    word.put(Removal.FIELD, FieldChange.put(invented.toValue()));
    assertThat(outcomes(removal(memos, word)))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Parked.class));
    assertThat(trashed(memos)).isZero();
  }

  private static TreeMap<String, FieldChange> word(List<RecordId> records) {
    return new TreeMap<>(Map.of(Removal.FIELD, FieldChange.put(Removal.of(records).toValue())));
  }

  private List<RecordId> memos(int count) {
    List<RecordId> memos = IntStream.range(0, count).mapToObj(_ -> TestDevice.newRecord()).toList();
    List<Op> made = new ArrayList<>();
    memos.forEach(memo -> made.add(anna.put(memo, "memo", 0, "notes", "there")));
    anna.push(TestDevice.grouped(made).toArray(Op[]::new));
    return memos;
  }

  private List<Op> removal(List<RecordId> memos, TreeMap<String, FieldChange> fields) {
    long seen = anna.hello().head();
    return TestDevice.grouped(
        memos.stream()
            .map(memo -> anna.trash(memo, "memo", seen))
            .map(op -> with(op, fields))
            .toList());
  }

  private static Op with(Op op, TreeMap<String, FieldChange> fields) {
    assertThat(op.action()).isEqualTo(Action.TRASH);
    return op.withFields(fields);
  }

  private Stream<Outcome> outcomes(List<Op> ops) {
    return anna.push(ops.toArray(Op[]::new)).outcomes().stream().map(OpOutcome::outcome);
  }

  private long trashed(List<RecordId> memos) {
    return ben.pullAll(0).stream()
        .filter(change -> memos.contains(change.record()) && change.trashed())
        .map(Change::record)
        .distinct()
        .count();
  }
}
