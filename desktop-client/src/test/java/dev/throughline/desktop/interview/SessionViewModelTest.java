package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.memo.Found;
import dev.throughline.desktop.memo.NotesViewModel;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.interview.Debrief;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewModelTest {
  @TempDir Path folder;
  private SessionDesk desk;
  private RecordId interview;
  private SessionViewModel page;

  @BeforeEach
  void open() {
    desk = new SessionDesk(Desk.open(folder.resolve("anna")));
    interview = desk.newInterview("P-07, first switch attempt");
    page = desk.page(interview);
  }

  @AfterEach
  void close() {
    desk.client.close();
  }

  @Test
  void pageShowsTheInterview() {
    assertThat(page.stateProperty().get()).isEqualTo(SessionViewModel.State.SHOWN);
    assertThat(session().interview().title()).isEqualTo("P-07, first switch attempt");
    assertThat(notes().text().text()).isEmpty();
    assertThat(page.markProperty().get()).isEqualTo(new SaveMark.Untouched());
  }

  @Test
  void fieldsAreSavedAsStepsThatCanBeUndone() {
    page.edits().rename(title(), "  P-07, second attempt ");
    page.edits().setPlace("", "Kitchen table");
    page.edits().setDate(session().interview().date(), Optional.of(LocalDate.of(2026, 9, 8)));
    page.edits().setStatus(InterviewStatus.DONE);
    assertThat(session().interview().title()).isEqualTo("P-07, second attempt");
    assertThat(session().interview().place()).isEqualTo("Kitchen table");
    assertThat(session().interview().date()).contains(LocalDate.of(2026, 9, 8));
    assertThat(page.markProperty().get()).isInstanceOf(SaveMark.Saved.class);
    for (int i = 0; i < 4; i++) {
      page.edits().undo();
    }
    assertThat(session().interview().title()).isEqualTo("P-07, first switch attempt");
    assertThat(session().interview().status()).isEqualTo(InterviewStatus.PLANNED);
    page.edits().undo();
    assertThat(desk.toasts.getLast().title()).isEqualTo("Nothing to undo");
    page.edits().redo();
    assertThat(session().interview().title()).isEqualTo("P-07, second attempt");
  }

  @Test
  void participantIsMadeWithTheFirstPseudonymAndRenamedAfter() {
    page.edits().setParticipant(session(), "", "P-07");
    RecordId participant = session().participant().orElseThrow().id();
    page.edits().setParticipant(session(), "P-07", "P-08");
    page.edits()
        .setAttributes(
            session(), new TreeMap<>(), new TreeMap<>(java.util.Map.of("Household", "4")));
    Participant shown = session().participant().orElseThrow();
    assertThat(shown.id()).isEqualTo(participant);
    assertThat(shown.pseudonym()).isEqualTo("P-08");
    assertThat(shown.attributes()).containsEntry("Household", "4");
    assertThat(page.transcript().participantProperty().get()).isEqualTo("P-08");
    page.edits().undo();
    page.edits().undo();
    page.edits().undo();
    assertThat(session().participant()).isEmpty();
  }

  @Test
  void fieldThatCannotBeSavedSaysSoAndCanBeTriedAgain() {
    page.edits().rename(title(), "x".repeat(301));
    assertThat(page.markProperty().get()).isInstanceOf(SaveMark.NotSaved.class);
    Toast toast = desk.toasts.getLast();
    assertThat(toast.kind()).isEqualTo(Toast.Kind.FAILED);
    assertThat(toast.detail()).contains("SAV-03");
    assertThat(toast.actions()).hasSize(1);
    page.edits().rename(title(), "short");
    assertThat(page.markProperty().get()).isInstanceOf(SaveMark.Saved.class);
  }

  @Test
  void closingSavesWhatWasJustTyped() {
    notes().text().typed("typed a moment ago");
    assertThat(page.close()).isTrue();
    assertThat(desk.client.memos().read(session().memo())).isEqualTo("typed a moment ago");
  }

  @Test
  void onlyAJoinedPageWaitsForAServer() throws Exception {
    assertThat(page.isWaiting(session())).isFalse();
    desk.client.ledger().joined(WorkspaceId.of("01900000-0000-7000-8000-00000000000a"), "Team");
    page.edits().rename(title(), "changed");
    assertThat(page.isWaiting(session())).isTrue();
  }

  @Test
  void removedInterviewIsGoneAndComesBack() {
    page.edits().trash();
    assertThat(page.stateProperty().get()).isEqualTo(SessionViewModel.State.GONE);
    assertThat(desk.left).isEqualTo(1);
    desk.toasts.getLast().actions().getFirst().run().run();
    assertThat(page.stateProperty().get()).isEqualTo(SessionViewModel.State.SHOWN);
  }

  @Test
  void typingOnceTheInterviewWasRemovedForGoodMakesNoStrayNotes() {
    SessionViewModel stray = desk.page(desk.client.ledger().newRecord());
    assertThat(stray.stateProperty().get()).isEqualTo(SessionViewModel.State.GONE);
    assertThat(stray.writingProperty().get()).isEmpty();
  }

  @Test
  void openConflictsAreShownWithWordsAroundTheDifference() {
    RecordId id = desk.client.ledger().newRecord();
    Conflict conflict =
        new Conflict(
            id,
            Optional.of(session().memo()),
            "memo",
            "notes",
            Value.text("the old price"),
            new Conflict.Side(Value.text("the new price"), "Mara L.", "a", desk.time.millis()),
            new Conflict.Side(Value.text("the fair price"), "Jon A.", "b", 1_757_300_000_000L),
            "both-kept");
    Desk.save(desk.client, new Draft.Set(id, "conflict", conflict.toFields()));
    assertThat(page.kept())
        .containsExactly(
            new KeptWords(
                "Notes",
                new KeptWords.Side("the new price", "Mara L., 09:31"),
                new KeptWords.Side("the fair price", "Jon A., 8 Sep 2025"),
                "the fair price",
                Wording.NOTED));
  }

  @Test
  void importedFileShowsItsTurnsAndCanBeUndone() throws IOException {
    page.imports().take(List.of(captions("talk.vtt", "P-07", "The number.", "Twice.")));
    assertThat(page.transcript().rows()).hasSize(2);
    assertThat(desk.toasts.getLast()).isEqualTo(Toast.done("talk.vtt imported", "2 turns"));
    assertThat(desk.tasks).isEmpty();
    page.edits().undo();
    assertThat(page.transcript().rows()).isEmpty();
    page.edits().redo();
    assertThat(page.transcript().rows()).hasSize(2);
  }

  @Test
  void brokenFileSaysWhyAndLeavesThePageAlone() throws IOException {
    Path broken = Files.writeString(folder.resolve("talk.json"), "[{\"speaker\":\"a\",");
    page.imports().take(List.of(broken));
    Toast toast = desk.toasts.getLast();
    assertThat(toast.kind()).isEqualTo(Toast.Kind.FAILED);
    assertThat(toast.title()).isEqualTo("talk.json was not imported");
    assertThat(toast.detail()).startsWith("Its JSON breaks at line 1").contains("Code IMP-");
    assertThat(page.transcript().rows()).isEmpty();
  }

  @Test
  void stoppedImportLeavesNothing() throws IOException {
    desk.time.hold();
    page.imports().take(List.of(captions("talk.vtt", "P-07", "The number.")));
    assertThat(desk.tasks).hasSize(1);
    desk.tasks.getFirst().cancel().orElseThrow().run();
    desk.time.release();
    assertThat(desk.toasts.getLast().title()).isEqualTo("talk.vtt: stopped, nothing imported");
    assertThat(page.transcript().rows()).isEmpty();
  }

  @Test
  void findGoesThroughNotesAndTurnsAndAround() throws IOException {
    page.imports().take(List.of(captions("talk.vtt", "P-07", "The Price.", "No.", "A price!")));
    notes().text().typed("price, price");
    FindViewModel find = page.writingProperty().get().orElseThrow().find();
    find.openProperty().set(true);
    find.queryProperty().set("PRICE");
    desk.time.pass(FindViewModel.PAUSE);
    assertThat(find.countProperty().get()).isEqualTo(4);
    assertThat(find.atProperty().get()).isZero();
    assertThat(notes().foundProperty().get())
        .isEqualTo(
            new Found(
                List.of(new Found.Span(0, 5), new Found.Span(7, 12)),
                Optional.of(new Found.Span(0, 5))));
    find.previous();
    RecordId last = page.transcript().rows().get(2).id();
    assertThat(find.currentProperty().get())
        .contains(new SessionSearch.Match(Optional.of(last), new Found.Span(2, 7)));
    find.next();
    assertThat(find.atProperty().get()).isZero();
    notes().text().typed("price");
    desk.time.pass(Duration.ofSeconds(2));
    assertThat(find.countProperty().get()).isEqualTo(3);
    find.openProperty().set(false);
    desk.time.pass(FindViewModel.PAUSE);
    assertThat(notes().foundProperty().get()).isEqualTo(Found.NOTHING);
    assertThat(page.transcript().foundProperty().get()).isEmpty();
  }

  private Path captions(String name, String speaker, String... turns) throws IOException {
    StringBuilder file = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < turns.length; i++) {
      file.append(String.format(Locale.ROOT, "\n00:00:%02d.000 --> 00:00:%02d.900\n", i, i));
      file.append("<v ").append(speaker).append('>').append(turns[i]).append('\n');
    }
    return Files.writeString(folder.resolve(name), file);
  }

  private String title() {
    return session().interview().title();
  }

  private Session session() {
    return page.sessionProperty().get().orElseThrow();
  }

  private NotesViewModel notes() {
    return page.writingProperty().get().orElseThrow().notes();
  }

  @Test
  void doneInterviewOffersTheDebriefOnceAndSavesItByItself() {
    RecordId interview = desk.newInterview("First look");
    SessionViewModel page = desk.page(interview);
    DebriefViewModel card = page.aside().debriefProperty().get().orElseThrow();
    assertThat(card.openProperty().get()).isFalse();
    page.edits().setStatus(InterviewStatus.DONE);
    assertThat(card.openProperty().get()).isTrue();
    assertThat(card.dueProperty().get()).isTrue();
    card.answer("surprise").typed("She adds it up on paper.");
    desk.time.pass(TypedText.UNSAVED_MAX);
    card.done();
    Debrief saved = desk.client.interviews().open(interview).orElseThrow().interview().debrief();
    assertThat(saved).isEqualTo(new Debrief("She adds it up on paper.", "", ""));
    assertThat(card.dueProperty().get()).isFalse();
    desk.undo.undo();
    assertThat(desk.client.interviews().open(interview).orElseThrow().interview().debrief())
        .isEqualTo(new Debrief("", "", ""));
    page.close();
  }

  @Test
  void timeOfAnInterviewIsSetAndTakenBack() {
    RecordId interview = desk.newInterview("First look");
    SessionViewModel page = desk.page(interview);
    page.edits().setTime(Optional.empty(), Optional.of(LocalTime.of(10, 0)));
    assertThat(page.sessionProperty().get().orElseThrow().interview().time())
        .contains(LocalTime.of(10, 0));
    page.edits().undo();
    assertThat(page.sessionProperty().get().orElseThrow().interview().time()).isEmpty();
    page.close();
  }

  @Test
  void placeWhereWorkStopsIsRemembered() {
    RecordId interview = desk.newInterview("First look");
    SessionViewModel page = desk.page(interview);
    page.leave(0, Optional.empty());
    assertThat(desk.resume.latest()).isEmpty();
    page.leave(3, Optional.empty());
    assertThat(desk.resume.latest())
        .containsExactly(ResumePoint.notes(interview, 3, desk.time.millis()));
    page.close();
  }

  @Test
  void undoOfTheTrashToastTakesNothingElseBack() {
    page.edits().trash();
    RecordId other = desk.newInterview("Other");
    desk.undo.run(
        "Rename",
        List.of(new Draft.Set(other, "interview", Map.of("title", Value.text("Renamed")))));
    desk.toasts.stream()
        .filter(toast -> !toast.actions().isEmpty())
        .findFirst()
        .orElseThrow()
        .actions()
        .getFirst()
        .run()
        .run();
    assertThat(desk.client.interviews().open(page.interview())).isPresent();
    assertThat(desk.client.interviews().open(other).orElseThrow().interview().title())
        .isEqualTo("Renamed");
  }

  @Test
  void undoOfWhatSomebodyChangedSinceIsCompared() {
    page.edits().rename(title(), "Mine");
    desk.client.interviews().set(page.interview(), Map.of("title", Value.text("Theirs")));
    page.edits().undo();
    assertThat(session().interview().title()).isEqualTo("Theirs");
    assertThat(desk.compared)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.differences())
                    .singleElement()
                    .satisfies(
                        difference ->
                            assertThat(difference.now()).isEqualTo(Value.text("Theirs"))));
  }
}
