package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldChildrenTest {
  @TempDir Path folder;

  @Test
  void childrenOfAParkedCreationStayHereAndEverythingElseGoes() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Parked"));
      park(desk, 1);
      RecordId memo = child(desk, interview);
      Map<String, Value> place = Map.of("place", Value.text("Kitchen"));
      Desk.save(desk, new Draft.Set(interview, Interview.KIND.name(), place));
      RecordId other = Desk.newMemo(desk, "of its own");
      assertThat(pushed(desk)).containsExactly(other);
      assertThat(states(desk, memo)).containsExactly(WaitingState.HELD);
      assertThat(states(desk, interview)).containsExactly(WaitingState.PARKED, WaitingState.HELD);
      assertThat(desk.ledger().store().find(memo)).as("what is held is still shown").isPresent();
    }
  }

  @Test
  void whatWaitsAlreadyIsHeldOnceItsParentIsParked() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Parked"));
      desk.ledger().sent(List.of(1L));
      RecordId memo = child(desk, interview);
      Desk.save(desk, named(interview, "Edited meanwhile"));
      park(desk, 1);
      assertThat(pushed(desk)).isEmpty();
      assertThat(states(desk, memo)).containsExactly(WaitingState.HELD);
    }
  }

  @Test
  void aHeldEditOfARecordOnItsWayHoldsNothingElseOfItBack() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId parked = desk.ledger().newRecord();
      Desk.save(desk, named(parked, "Parked"));
      park(desk, 1);
      RecordId onItsWay = desk.ledger().newRecord();
      Desk.save(desk, named(onItsWay, "New"));
      Map<String, Value> place = Map.of("place", Value.text("Kitchen"));
      desk.ledger()
          .record(
              List.of(
                  new Draft.Set(parked, Interview.KIND.name(), place),
                  new Draft.Set(onItsWay, Interview.KIND.name(), place)));
      Desk.save(desk, named(onItsWay, "Newer"));
      assertThat(pushed(desk)).containsExactly(onItsWay, onItsWay);
    }
  }

  @Test
  void childrenGoOutBehindTheirParentThatIsMended() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Parked"));
      park(desk, 1);
      RecordId memo = child(desk, interview);
      assertThat(states(desk, memo)).containsExactly(WaitingState.HELD);
      Desk.save(desk, named(interview, "Mended"));
      assertThat(pushed(desk)).containsExactly(interview, memo);
      assertThat(states(desk, memo)).containsExactly(WaitingState.WAITING);
    }
  }

  @Test
  void aParkedEditOfAKnownRecordHoldsNothingBack() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Known"));
      desk.ledger().sent(List.of(1L));
      desk.ledger().answered(List.of(new OpOutcome(1, new Outcome.Applied(1))));
      desk.ledger().store().apply(pulled(desk, interview));
      Desk.save(desk, named(interview, "Refused"));
      park(desk, 2);
      Desk.save(desk, named(interview, "Better"));
      assertThat(pushed(desk)).containsExactly(interview);
    }
  }

  @Test
  void aParkedEditHoldsNothingBackBeforeThePullBringsItsRecord() throws Exception {
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Known"));
      desk.ledger().sent(List.of(1L));
      desk.ledger().answered(List.of(new OpOutcome(1, new Outcome.Applied(1))));
      Desk.save(desk, named(interview, "Refused"));
      park(desk, 2);
      Desk.save(desk, named(interview, "Better"));
      assertThat(pushed(desk)).containsExactly(interview);
    }
  }

  @Test
  void aParkedEditOfAKnownRecordHoldsNothingBackAfterARebuild() throws Exception {
    RecordId interview;
    try (ClientWiring desk = Desk.open(folder)) {
      interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Known"));
      desk.ledger().sent(List.of(1L));
      desk.ledger().answered(List.of(new OpOutcome(1, new Outcome.Applied(1))));
      desk.ledger().store().apply(pulled(desk, interview));
      Desk.save(desk, named(interview, "Refused"));
      park(desk, 2);
      Desk.save(desk, named(interview, "Better"));
    }
    Files.delete(LocalStore.file(folder).resolveSibling("local.mv.db"));
    try (ClientWiring desk = Desk.open(folder)) {
      assertThat(pushed(desk)).containsExactly(interview);
    }
  }

  @Test
  void heldWorkIsHeldAfterARebuildToo() throws Exception {
    RecordId memo;
    try (ClientWiring desk = Desk.open(folder)) {
      RecordId interview = desk.ledger().newRecord();
      Desk.save(desk, named(interview, "Parked"));
      park(desk, 1);
      memo = child(desk, interview);
    }
    Files.delete(LocalStore.file(folder).resolveSibling("local.mv.db"));
    try (ClientWiring desk = Desk.open(folder)) {
      assertThat(states(desk, memo)).containsExactly(WaitingState.HELD);
      assertThat(pushed(desk)).isEmpty();
    }
  }

  private static PullAnswer pulled(ClientWiring desk, RecordId interview) {
    Change change =
        new Change(
            1,
            interview,
            Interview.KIND.name(),
            false,
            new TreeMap<>(Map.of("title", Value.text("Known"))),
            "A",
            "a",
            1);
    Cursor cursor = new Cursor(desk.ledger().store().home(), "epoch", 1, "cd");
    return new PullAnswer(0, cursor, 1, List.of(change));
  }

  private static Draft named(RecordId interview, String title) {
    return new Draft.Set(interview, Interview.KIND.name(), Map.of("title", Value.text(title)));
  }

  private static RecordId child(ClientWiring desk, RecordId interview) {
    RecordId memo = desk.ledger().newRecord();
    Desk.save(
        desk,
        new Draft.Set(
            memo,
            Memo.KIND.name(),
            Map.of("interview", Value.text(interview.toString()), "notes", Value.text("x"))));
    return memo;
  }

  private static void park(ClientWiring desk, long opNo) throws Exception {
    desk.ledger().sent(LongStream.of(opNo).boxed().toList());
    desk.ledger()
        .answered(
            List.of(new OpOutcome(opNo, new Outcome.Parked(ParkReason.INVALID, "does not fit"))));
  }

  private static List<RecordId> pushed(ClientWiring desk) {
    return desk.ledger().store().toPush(100).stream().map(Waiting::op).map(Op::record).toList();
  }

  private static List<WaitingState> states(ClientWiring desk, RecordId record) {
    return desk.ledger().store().unsettled(100).stream()
        .filter(waiting -> waiting.op().record().equals(record))
        .map(Waiting::state)
        .toList();
  }
}
