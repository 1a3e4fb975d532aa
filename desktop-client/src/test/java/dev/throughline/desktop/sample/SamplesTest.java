package dev.throughline.desktop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.Session;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir Path folder;

  private Path profile() {
    return folder.resolve("anna");
  }

  @Test
  void aNewProfileHasNoSample() {
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.samples().isOpen()).isFalse();
      assertThat(desk.samples().interviews()).isEmpty();
    }
  }

  @Test
  void openingShowsThreeInterviewsNewestFirst() {
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.samples().open()).isInstanceOf(SaveResult.Saved.class);

      assertThat(desk.samples().isOpen()).isTrue();
      List<InterviewRow> rows = desk.interviews().list(0, 10);
      assertThat(rows)
          .extracting(row -> row.interview().date().orElseThrow().toString())
          .containsExactly("2026-11-17", "2026-11-12", "2026-11-09");
      assertThat(rows)
          .extracting(InterviewRow::participant)
          .containsExactly("P-03", "P-02", "P-01");
      assertThat(rows)
          .extracting(row -> row.interview().id())
          .isEqualTo(desk.samples().interviews());
      assertThat(rows).allMatch(InterviewRow::isSample);
    }
  }

  @Test
  void everyInterviewIsWholeAndReadsAsPeopleSpeak() {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      for (RecordId id : desk.samples().interviews()) {
        Session session = desk.interviews().open(id).orElseThrow();
        assertThat(session.interview().status()).isEqualTo(InterviewStatus.DONE);
        assertThat(session.interview().place()).isNotBlank();
        assertThat(session.interview().guide()).isNotBlank();
        assertThat(session.study()).map(Study::title).contains("Repair or replace");
        assertThat(session.notes().lines()).hasSizeBetween(5, 8);
        String pseudonym = session.participant().orElseThrow().pseudonym();
        assertThat(session.participant().orElseThrow().attributes()).hasSizeBetween(3, 4);
        List<Segment> turns = desk.transcripts().segments(session.transcripts().getFirst().id());
        assertThat(turns).hasSizeBetween(12, 18);
        assertThat(turns).extracting(Segment::speaker).containsOnly("Interviewer", pseudonym);
        assertThat(turns).extracting(turn -> turn.startMillis().orElseThrow()).isSorted();
        assertThat(turns).allMatch(turn -> turn.endMillis().get() > turn.startMillis().get());
        assertThat(session.transcripts().getFirst().title()).isEqualTo(session.interview().title());
      }
    }
  }

  @Test
  void theStudyAsksSixQuestionsUnderThreeTopics() {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      Study study = desk.studies().all().getFirst();
      assertThat(study.question()).endsWith("?");
      assertThat(study.guide().lines().filter(line -> line.matches("\\d\\. .+\\?"))).hasSize(6);
      assertThat(study.guide().split("\n\n")).hasSize(3);
    }
  }

  @Test
  void openingTwiceChangesNothing() {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      long before = desk.ledger().store().lastOpNo();

      assertThat(desk.samples().open()).isInstanceOf(SaveResult.Saved.class);

      assertThat(desk.ledger().store().lastOpNo()).isEqualTo(before);
      assertThat(desk.samples().interviews()).hasSize(3);
    }
  }

  @Test
  void twoClicksAtOncePutItInOnce() {
    try (ClientWiring desk = Desk.open(profile())) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> desk.samples().open());
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> desk.samples().open());
      CompletableFuture.allOf(first, second).join();

      assertThat(desk.samples().interviews()).hasSize(3);
    }
  }

  @Test
  void aSampleInTheTrashIsStillOpen() {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      desk.samples().interviews().forEach(id -> desk.interviews().trash(id));

      assertThat(desk.samples().interviews()).isEmpty();
      assertThat(desk.samples().isOpen()).isTrue();
    }
  }

  @Test
  void removingTakesEverythingOutAndOpeningBringsItBack() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId own = Desk.newMemo(desk, "mine");
      desk.samples().open();
      RecordId interview = desk.samples().interviews().getFirst();
      Session session = desk.interviews().open(interview).orElseThrow();
      desk.memos().write(interview, session.memo(), session.notes(), "changed");

      desk.samples().remove();

      assertThat(desk.samples().isOpen()).isFalse();
      assertThat(desk.ledger().store().all(Samples.WORKSPACE, new UUID(0, 0))).isEmpty();
      assertThat(desk.interviews().count()).isZero();
      assertThat(Desk.notes(desk, own)).isEqualTo("mine");

      desk.samples().open();
      assertThat(desk.samples().interviews()).hasSize(3).doesNotContain(interview);
      assertThat(desk.interviews().list(0, 10)).allMatch(InterviewRow::hasNotes);
    }
  }

  @Test
  void removedStaysRemovedWhenTheStoreIsRebuilt() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      desk.samples().remove();
      desk.samples().remove();
    }
    deleteStore();
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.samples().isOpen()).isFalse();
      desk.samples().open();
    }
    deleteStore();
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.samples().interviews()).hasSize(3);
    }
  }

  @Test
  void nothingOfItIsEverSentCountedOrExported() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      desk.samples().open();
      RecordId interview = desk.samples().interviews().getFirst();
      Session session = desk.interviews().open(interview).orElseThrow();
      desk.memos().write(interview, session.memo(), session.notes(), "my own thoughts");
      desk.interviews()
          .create(
              session.study().map(Study::id), "Fourth", session.interview().date().orElseThrow());
      desk.ledger().joined(WorkspaceId.of("01900000-0000-7000-8000-00000000000a"), "Team");

      LocalStore store = desk.ledger().store();
      assertThat(store.toPush(10)).isEmpty();
      assertThat(store.unsettled(10)).isEmpty();
      assertThat(store.counts()).isEqualTo(new LocalStore.Counts(0, 0));
      Path file = folder.resolve("export.json");
      assertThat(desk.export(file)).isZero();
      assertThat(Files.readString(file, StandardCharsets.UTF_8))
          .doesNotContain("P-01", "my own thoughts", "Fourth");
      assertThat(desk.samples().interviews()).hasSize(4);
    }
  }

  private void deleteStore() throws IOException {
    Files.delete(LocalStore.file(profile()).resolveSibling("local.mv.db"));
  }
}
