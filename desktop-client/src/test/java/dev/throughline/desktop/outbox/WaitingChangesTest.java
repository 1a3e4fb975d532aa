package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.outbox.WaitingChange.Aside;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.study.Studies;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingChangesTest {
  @TempDir Path folder;
  private OutboxDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new OutboxDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void nothingWaitsInANewProfile() {
    assertThat(desk.changes()).isEmpty();
  }

  @Test
  void newInterviewIsOneChangeWithItsEmptyPage() {
    desk.newInterview("First look");
    assertThat(named()).containsExactly(Tuple.tuple("New interview", "First look"));
    assertThat(desk.changes().getFirst().ops()).isEqualTo(2);
  }

  @Test
  void notesAreTheirOwnChangeHoweverOftenTheyAreTyped() throws Exception {
    desk.join();
    RecordId interview = desk.knownInterview("First look");
    RecordId memo = desk.ledger.newRecord();
    Memos memos = new Memos(desk.ledger);
    memos.write(interview, memo, "", "one");
    memos.write(interview, memo, "one", "one two");
    desk.time.pass(Duration.ofMinutes(9));
    memos.write(interview, memo, "one two", "one two three");
    assertThat(named()).containsExactly(Tuple.tuple("Notes", "First look"));
    assertThat(desk.shown.age(desk.changes().getFirst().since())).isEqualTo("9 min");
  }

  @Test
  void fileThatBecameAnInterviewIsOneChange() throws Exception {
    desk.importTurns(Optional.empty(), "moving-house.txt", 12);
    assertThat(named()).containsExactly(Tuple.tuple("Transcript, 12 turns", "moving-house"));
  }

  @Test
  void longImportStaysOneChangeOverItsGroups() throws Exception {
    RecordId interview = desk.newInterview("Two bills, one home");
    desk.importTurns(Optional.of(interview), "long.txt", 1_200);
    assertThat(named())
        .containsExactly(
            Tuple.tuple("New interview", "Two bills, one home"),
            Tuple.tuple("Transcript, 1,200 turns", "Two bills, one home"));
    assertThat(desk.changes().getLast().bytes()).isGreaterThan(100_000);
  }

  @Test
  void changedFieldsOfAKnownInterviewAreNamed() throws Exception {
    desk.join();
    RecordId interview = desk.knownInterview("First look");
    set(interview, Map.of("title", Value.text("First look, again")));
    set(interview, Map.of("date", Value.text("2026-11-25")));
    assertThat(named())
        .containsExactly(Tuple.tuple("Interview title and date", "First look, again"));
  }

  @Test
  void manyFieldsAreCounted() throws Exception {
    desk.join();
    RecordId interview = desk.knownInterview("First look");
    set(
        interview,
        Map.of(
            "title", Value.text("A"),
            "date", Value.text("2026-11-25"),
            "place", Value.text("B"),
            "status", Value.text("done")));
    assertThat(desk.changes().getFirst().name()).isEqualTo("Interview title, date and 2 more");
  }

  @Test
  void correctedTurnsAreCountedOnce() throws Exception {
    ImportResult.Imported imported = desk.importTurns(Optional.empty(), "talk.txt", 4);
    List<RecordId> turns =
        new Transcripts(desk.ledger)
            .segments(imported.transcript()).stream().map(Segment::id).toList();
    desk.park(ParkReason.GROUP, "");
    correct(turns.get(0), "turn 0.", "turn nil.");
    correct(turns.get(0), "turn nil.", "turn zero.");
    correct(turns.get(1), "turn 1.", "turn one.");
    assertThat(desk.changes()).extracting(WaitingChange::name).contains("Wording of 2 turns");
  }

  @Test
  void trashAndWayBackHaveTheirWords() throws Exception {
    desk.join();
    RecordId interview = desk.knownInterview("First look");
    desk.save(new Draft.Move(interview, "interview", Action.TRASH));
    assertThat(named()).containsExactly(Tuple.tuple("Interview to the trash", "First look"));
    desk.save(new Draft.Move(interview, "interview", Action.RESTORE));
    assertThat(named()).containsExactly(Tuple.tuple("Interview out of the trash", "First look"));
  }

  @Test
  void studyAndItsQuestionAreToldApart() throws Exception {
    new Studies(desk.ledger).create("Tariff switching", "");
    assertThat(named()).containsExactly(Tuple.tuple("New study", "Tariff switching"));
    desk.join();
    RecordId known = desk.known("study", Map.of("title", Value.text("Winter diary")));
    desk.save(new Draft.Set(known, "study", Map.of("question", Value.text("Why?"))));
    assertThat(named()).contains(Tuple.tuple("Study question", "Winter diary"));
  }

  @Test
  void kindOfANewerVersionHasWordsToo() {
    desk.save(new Draft.Set(desk.ledger.newRecord(), "hologram", Map.of("x", Value.text("y"))));
    assertThat(named()).containsExactly(Tuple.tuple("Change from a newer version", ""));
  }

  @Test
  void whatTheServerKeepsAsideSaysWhyAndWhatToDo() throws Exception {
    desk.newInterview("First look");
    desk.park(ParkReason.INVALID, "title holds 400 characters; the limit is 300");
    WaitingChange aside = desk.changes().getFirst();
    assertThat(aside.aside())
        .contains(
            new Aside(
                "The server refused it: title holds 400 characters; the limit is 300.",
                "It stays safe here, and nobody else sees it yet. Fix it so that it fits; what you"
                    + " fix is sent by itself."));
  }

  @Test
  void whatIsKeptAsideIsNotMixedWithWhatWaits() throws Exception {
    RecordId interview = desk.newInterview("First look");
    desk.park(ParkReason.NOT_ALLOWED, "");
    set(interview, Map.of("place", Value.text("Kitchen")));
    assertThat(desk.changes())
        .extracting(change -> change.aside().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void everyFieldKindAndReasonHasWords() {
    for (Kind kind : Kinds.ALL) {
      assertThat(RecordNames.kind(kind.name())).isNotBlank();
      for (Field field : kind.fields()) {
        assertThat(
                kind.name().equals("conflict")
                    ? "seen to by the person, never listed"
                    : RecordNames.field(kind.name(), field.name()))
            .isNotBlank();
      }
    }
    assertThat(Arrays.stream(ParkReason.values()).map(reason -> WaitingChanges.aside(reason, "")))
        .doesNotContainNull();
  }

  private void set(RecordId interview, Map<String, Value> fields) {
    desk.save(new Draft.Set(interview, "interview", fields));
  }

  private void correct(RecordId turn, String before, String after) {
    new Transcripts(desk.ledger).edit(turn, before, after);
  }

  private List<Tuple> named() {
    return desk.changes().stream()
        .map(change -> Tuple.tuple(change.name(), change.belongsTo()))
        .toList();
  }
}
