package dev.throughline.desktop.interview;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Gathered;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewListTest {
  @TempDir Path folder;
  FieldDesk desk;

  @BeforeEach
  void open() {
    desk = new FieldDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void rowSaysWhatStandsAroundAnInterview() {
    RecordId study = desk.study("Tariff switching");
    RecordId id =
        desk.talk("First switch", TODAY)
            .with("P-07")
            .in(study)
            .notes("she hesitates")
            .turns(40)
            .turns(2)
            .save();
    assertThat(desk.list().rows())
        .containsExactly(
            new InterviewRow(
                desk.open(id).orElseThrow().interview(),
                "P-07",
                "Tariff switching",
                42,
                true,
                false,
                false,
                true,
                desk.clock.millis(),
                RowSound.NONE));
  }

  @Test
  void listedRowsKeepTheOrderOfTheirDays() {
    RecordId old = desk.talk("Old", TODAY.minusDays(3)).save();
    RecordId fresh = desk.talk("Fresh", TODAY).save();
    assertThat(desk.interviews.list(0, 10))
        .extracting(row -> row.interview().id())
        .containsExactly(fresh, old);
  }

  @Test
  void morePiecesThanOneAreAllThere() {
    for (int i = 0; i < 650; i++) {
      desk.talk("Talk " + i, TODAY.minusDays(i)).save();
    }
    InterviewList list = desk.list();
    assertThat(list.rows()).hasSize(650).doesNotHaveDuplicates();
    assertThat(list.loadedProperty().get()).isTrue();
  }

  @Test
  void whatChangesIsReadAgain() {
    InterviewList list = desk.list();
    RecordId study = desk.study("Before");
    RecordId id = desk.talk("One", TODAY).in(study).with("P-1").notes("").save();
    assertThat(list.rows()).singleElement().extracting(InterviewRow::hasNotes).isEqualTo(false);
    Session session = desk.open(id).orElseThrow();
    desk.save(
        List.of(
            new Draft.Text(session.memo(), Memo.KIND.name(), "notes", "", "now there is something"),
            FieldDesk.set(study, Study.KIND.name(), Map.of("title", Value.text("After"))),
            FieldDesk.set(
                session.participant().orElseThrow().id(),
                Participant.KIND.name(),
                Map.of("pseudonym", Value.text("P-2")))));
    InterviewRow row = list.rows().getFirst();
    assertThat(row.hasNotes()).isTrue();
    assertThat(row.study()).isEqualTo("After");
    assertThat(row.participant()).isEqualTo("P-2");
  }

  @Test
  void trashedInterviewLeavesAndComesBack() {
    RecordId id = desk.talk("One", TODAY).save();
    InterviewList list = desk.list();
    desk.interviews.trash(id);
    assertThat(list.rows()).isEmpty();
    desk.interviews.restore(id);
    assertThat(list.rows()).hasSize(1);
  }

  @Test
  void removedSampleLeavesTheRest() throws Exception {
    desk.talk("Mine", TODAY).save();
    InterviewList list = desk.list();
    desk.samples.open();
    assertThat(list.rows()).hasSizeGreaterThan(1).anyMatch(InterviewRow::isSample);
    desk.samples.remove();
    assertThat(list.rows()).singleElement().extracting(InterviewRow::isSample).isEqualTo(false);
  }

  @Test
  void unsentEditOfOneTurnMakesItsInterviewWait() throws Exception {
    WorkspaceId team = WorkspaceId.of("01900000-0000-7000-8000-00000000000a");
    desk.ledger.joined(team, "Team");
    RecordId interview = desk.ledger.newRecord();
    RecordId transcript = desk.ledger.newRecord();
    RecordId segment = desk.ledger.newRecord();
    List<Change> changes = new ArrayList<>();
    changes.add(known(1, interview, "interview", Map.of("title", Value.text("Known"))));
    changes.add(
        known(
            2,
            transcript,
            Transcript.KIND.name(),
            Map.of("interview", Value.text(interview.toString()))));
    changes.add(
        known(
            3,
            segment,
            Segment.KIND.name(),
            Map.of("transcript", Value.text(transcript.toString()), "text", Value.text("before"))));
    desk.ledger.store().apply(new PullAnswer(0, new Cursor(team, "e", 3, "cd"), 3, changes));
    InterviewList list = desk.list();
    assertThat(list.rows().getFirst().isWaiting()).isFalse();
    desk.transcripts.edit(segment, "before", "after");
    assertThat(list.rows().getFirst().isWaiting()).isTrue();
  }

  @Test
  void changesDuringTheFirstReadingAreNotLost() {
    RecordId id = desk.talk("Before", TODAY).save();
    Deque<Runnable> held = new ArrayDeque<>();
    InterviewList list = new InterviewList(desk.interviews, AT_ONCE, held::add);
    list.load();
    desk.interviews.set(id, Map.of("title", Value.text("After")));
    desk.talk("Another", TODAY).save();
    while (!held.isEmpty()) {
      held.remove().run();
    }
    assertThat(list.rows())
        .extracting(row -> row.interview().title())
        .containsExactlyInAnyOrder("After", "Another");
  }

  @Test
  void burstOfChangesIsToldOnce() {
    Deque<Runnable> held = new ArrayDeque<>();
    InterviewList list = new InterviewList(desk.interviews, AT_ONCE, held::add);
    List<Integer> told = new ArrayList<>();
    list.onChange(() -> told.add(list.rows().size()));
    for (int i = 0; i < 5; i++) {
      desk.talk("Talk " + i, TODAY).save();
    }
    while (!held.isEmpty()) {
      held.remove().run();
    }
    assertThat(told).containsExactly(5);
  }

  @Test
  void plannedAndCancelledInterviewsLackNothing() {
    InterviewList list = desk.list();
    desk.talk("Still to come", TODAY).planned().save();
    desk.talk("Forgotten", TODAY.minusDays(1)).planned().save();
    assertThat(list.rows().stream().filter(row -> Gap.NOTHING_WRITTEN.isIn(row, TODAY)))
        .extracting(row -> row.interview().title())
        .containsExactly("Forgotten");
  }

  @Test
  void startedInterviewRunsAndOpens() {
    RecordId id = desk.talk("Planned", TODAY).planned().save();
    List<RecordId> opened = new ArrayList<>();
    desk.commands().start(id, opened::add);
    assertThat(opened).containsExactly(id);
    assertThat(desk.open(id).orElseThrow().interview().status().wireName()).isEqualTo("running");
  }

  @Test
  void trashingCanBeTakenBack() {
    RecordId id = desk.talk("One", TODAY).save();
    InterviewList list = desk.list();
    desk.commands().trash(List.of(id));
    assertThat(list.rows()).isEmpty();
    desk.toasts.getFirst().actions().getFirst().run().run();
    assertThat(list.rows()).hasSize(1);
  }

  @Test
  void createdInterviewIsDatedTodayAndOpened() {
    List<RecordId> opened = new ArrayList<>();
    RecordId study = desk.study("Study");
    desk.commands().create(Optional.of(study), opened::add);
    Session session = desk.open(opened.getFirst()).orElseThrow();
    assertThat(session.interview().date()).contains(TODAY);
    assertThat(session.interview().study()).contains(study);
  }

  @Test
  void timeIsSaidAsAPersonSaysIt() {
    long now = desk.clock.millis();
    long day = 24L * 60 * 60 * 1000;
    assertThat(WhenWords.moment(now, desk.clock)).isEqualTo("09:31");
    assertThat(WhenWords.moment(now - day, desk.clock)).isEqualTo("Mon");
    assertThat(WhenWords.moment(now - 7 * day, desk.clock)).isEqualTo("17 Nov");
    assertThat(WhenWords.moment(now - 400 * day, desk.clock)).isEqualTo("20 Oct 2025");
    assertThat(WhenWords.longDay(TODAY)).isEqualTo("Tuesday 24 November");
  }

  /** A row that is read while its recording moves must not keep the place it had before. */
  @Test
  void recordingThatMovesWhileItsRowIsReadIsSeen() {
    RecordId id = desk.talk("One", TODAY).save();
    desk.save(
        List.of(
            FieldDesk.set(
                desk.ledger.newRecord(),
                Recording.KIND.name(),
                Map.of("interview", Value.text(id.toString())))));
    Deque<Runnable> held = new ArrayDeque<>();
    List<Runnable> background = new ArrayList<>();
    AtomicReference<RowSound.Place> place = new AtomicReference<>(RowSound.Place.SERVER);
    InterviewList list = new InterviewList(desk.interviews, new Gathered(background), held::add);
    list.locate(_ -> new RowSound.At(Objects.requireNonNull(place.get())));
    list.load();
    drain(held, background);
    desk.interviews.set(id, Map.of("title", Value.text("Changed")));
    // Read, and not shown yet, when the recording moves.
    for (int i = 0; i < 2; i++) {
      runAll(held);
      List.copyOf(background).forEach(Runnable::run);
      background.clear();
    }
    place.set(RowSound.Place.HERE);
    list.relocate();
    drain(held, background);
    assertThat(list.rows()).extracting(row -> row.interview().title()).containsExactly("Changed");
    assertThat(list.rows().getFirst().sound().at().place()).isEqualTo(RowSound.Place.HERE);
  }

  private static void drain(Deque<Runnable> ui, List<Runnable> background) {
    while (!ui.isEmpty() || !background.isEmpty()) {
      runAll(ui);
      if (!background.isEmpty()) {
        background.removeFirst().run();
      }
    }
  }

  private static void runAll(Deque<Runnable> ui) {
    while (!ui.isEmpty()) {
      ui.remove().run();
    }
  }

  private static Change known(long seq, RecordId id, String kind, Map<String, Value> fields) {
    return new Change(seq, id, kind, false, new TreeMap<>(fields), "Jon A.", "b", 1);
  }
}
