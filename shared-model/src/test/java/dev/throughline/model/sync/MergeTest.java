package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final RecordId RECORD = new RecordId(Uuids.derived("record"));
  private static final Merge.Writer ANNA = writer("anna");
  private static final Merge.Writer BEN = writer("ben");

  @Test
  void aNewRecordIsApplied() {
    Merge.Next next = next(absent(), put(1, 0, "title", "First"), ANNA, 1);
    assertThat(next.next().fields()).containsEntry("title", Value.text("First"));
    assertThat(next.merged()).isFalse();
    assertThat(next.conflicts()).isEmpty();
  }

  @Test
  void differentFieldsMergeWithoutAsking() {
    RecordState state = next(absent(), put(1, 0, "title", "First"), ANNA, 1).next();
    Merge.Next next = next(state, put(1, 0, "place", "Kitchen"), BEN, 2);
    assertThat(next.conflicts()).isEmpty();
    assertThat(next.next().fields()).containsOnlyKeys("title", "place");
  }

  @Test
  void theLaterOfTwoScalarsIsShownAndTheOtherKept() {
    RecordState state = next(absent(), put(5_000, 0, "title", "Anna's"), ANNA, 1).next();
    Merge.Next next = next(state, put(4_000, 0, "title", "Ben's"), BEN, 2);
    assertThat(next.next().fields()).containsEntry("title", Value.text("Anna's"));
    assertThat(next.conflicts()).hasSize(1);
    assertThat(next.conflicts().getFirst().kept().value()).isEqualTo(Value.text("Ben's"));
    assertThat(next.conflicts().getFirst().kept().author()).isEqualTo("ben");
    assertThat(next.conflicts().getFirst().shown().author()).isEqualTo("anna");
  }

  @Test
  void aClockFromTheFutureDoesNotWinForEver() {
    RecordState state = next(absent(), put(99_000_000, 0, "title", "Anna's"), ANNA, 1).next();
    assertThat(state.stamps())
        .hasEntrySatisfying(
            "title", stamp -> assertThat(stamp.atMillis()).isEqualTo(ANNA.acceptedAtMillis()));
  }

  @Test
  void ownLaterEditIsNoConflictWithOwnEarlierOne() {
    RecordState state = next(absent(), put(1, 0, "title", "a"), ANNA, 1).next();
    Merge.Next next = next(state, put(2, 0, "title", "b"), ANNA, 2);
    assertThat(next.conflicts()).isEmpty();
    assertThat(next.next().fields()).containsEntry("title", Value.text("b"));
  }

  @Test
  void sameValueByBothChangesNothing() {
    RecordState state = next(absent(), put(1, 0, "title", "same"), ANNA, 1).next();
    assertThat(Merge.apply(state, put(2, 0, "title", "same"), BEN, 2, none()))
        .isInstanceOf(Merge.Unchanged.class);
  }

  @Test
  void anEditTakesTheRecordOutOfTheTrash() {
    RecordState state = next(absent(), put(1, 0, "title", "a"), ANNA, 1).next();
    RecordState trashed = next(state, move(Action.TRASH, 1), ANNA, 2).next();
    assertThat(trashed.trash()).isPresent();
    assertThat(next(trashed, put(3, 1, "place", "b"), BEN, 3).next().trash()).isEmpty();
  }

  @Test
  void trashingWhatOthersEditedSinceIsKeptAsAConflict() {
    RecordState state = next(absent(), put(1, 0, "title", "a"), ANNA, 1).next();
    RecordState edited = next(state, put(2, 1, "title", "b"), ANNA, 2).next();
    Merge.Next next = next(edited, move(Action.TRASH, 1), BEN, 3);
    assertThat(next.next().trash()).isEmpty();
    assertThat(next.conflicts()).hasSize(1);
  }

  @Test
  void whoeverWasRemovedStaysSoWhateverIsWrittenOfThem() {
    RecordState known =
        next(RecordState.absent(RECORD, "person"), name(1, 0, "Ada"), ANNA, 1).next();
    RecordState renamed = next(known, name(2, 1, "Ada B."), ANNA, 2).next();
    Merge.Next removed = next(renamed, move("person", Action.TRASH, 1), BEN, 3);
    assertThat(removed.next().trash()).isPresent();
    assertThat(removed.conflicts()).isEmpty();
    Merge.Next again = next(removed.next(), name(4, 3, "Ada C."), ANNA, 4);
    assertThat(again.next().trash()).isPresent();
    assertThat(again.next().fields()).containsEntry("name", Value.text("Ada C."));
    assertThat(again.conflicts()).isEmpty();
    assertThat(next(again.next(), move("person", Action.RESTORE, 4), BEN, 5).next().trash())
        .isEmpty();
  }

  @Test
  void anEditThatIsNotShownTakesOutOfTheTrashAndSaysSo() {
    RecordState first = next(absent(), put(1, 0, "title", "a"), ANNA, 1).next();
    RecordState later = next(first, put(5, 1, "title", "b"), ANNA, 2).next();
    RecordState trashed = next(later, move(Action.TRASH, 2), ANNA, 3).next();
    Merge.Next next = next(trashed, put(4, 1, "title", "c"), BEN, 4);
    assertThat(next.next().trash()).isEmpty();
    assertThat(next.conflicts()).extracting(c -> c.field()).containsExactly("title", "trash");
  }

  @Test
  void textEditWithAnUnknownBaseIsRefused() {
    FieldChange edit =
        new FieldChange.TextEdit(
            new TextBase.AtBase("0123456789abcdef"), List.of(new Splice(0, 0, "x")));
    Merge.Result result =
        Merge.apply(absent(), op("memo", 1, 0, Map.of("notes", edit)), ANNA, 1, none());
    assertThat(result)
        .isEqualTo(
            new Merge.Refused(
                ParkReason.BASE_UNKNOWN, "the text this edit was made on is not known here"));
  }

  @Test
  void unknownKindIsRefusedAndUnknownFieldIsKept() {
    assertThat(Merge.apply(absent(), op("starship", 1, 0, Map.of()), ANNA, 1, none()))
        .isInstanceOf(Merge.Refused.class);
    Merge.Next next = next(absent(), put(1, 0, "fromTheFuture", "x"), ANNA, 1);
    assertThat(next.next().fields()).containsEntry("fromTheFuture", Value.text("x"));
  }

  @Test
  void aValueThatDoesNotFitIsRefusedWithoutItsText() {
    Merge.Result result =
        Merge.apply(absent(), put(1, 0, "date", "tomorrow, maybe"), ANNA, 1, none());
    assertThat(result)
        .isEqualTo(new Merge.Refused(ParkReason.INVALID, "date must be a day as yyyy-mm-dd"));
  }

  private static Merge.Next next(RecordState state, Op op, Merge.Writer writer, long seq) {
    return (Merge.Next) Merge.apply(state, op, writer, seq, none());
  }

  private static Merge.Past none() {
    return (_, _, _) -> Optional.empty();
  }

  private static RecordState absent() {
    return RecordState.absent(RECORD, "interview");
  }

  private static Op put(long millis, long baseSeq, String field, String text) {
    return op("interview", millis, baseSeq, Map.of(field, FieldChange.put(Value.text(text))));
  }

  private static Op name(long millis, long baseSeq, String text) {
    return op("person", millis, baseSeq, Map.of("name", FieldChange.put(Value.text(text))));
  }

  private static Op move(Action action, long baseSeq) {
    return move("interview", action, baseSeq);
  }

  private static Op move(String kind, Action action, long baseSeq) {
    return new Op(
        new OpId(Uuids.derived("op" + action)),
        9,
        new GroupId(Uuids.derived("g")),
        new Hlc(9, 0),
        RECORD,
        kind,
        action,
        baseSeq,
        new TreeMap<>());
  }

  private static Op op(String kind, long millis, long baseSeq, Map<String, FieldChange> fields) {
    return new Op(
        new OpId(Uuids.derived(kind + millis + baseSeq + fields)),
        millis,
        new GroupId(Uuids.derived("g")),
        new Hlc(millis, 0),
        RECORD,
        kind,
        Action.EDIT,
        baseSeq,
        new TreeMap<>(fields));
  }

  private static Merge.Writer writer(String name) {
    return new Merge.Writer(new DeviceId(Uuids.derived(name)), name, 1_000_000);
  }
}
