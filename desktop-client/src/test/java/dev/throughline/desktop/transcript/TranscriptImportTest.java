package dev.throughline.desktop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptImportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final int TURNS = 2_600;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("long.vtt"), cues(TURNS));
  }

  @Test
  void anImportThatIsCutOffShowsNothing() {
    try (ClientWiring desk = open()) {
      cutOffAfter(1_000, desk, Optional.empty());
      assertThat(rows(desk)).isEmpty();
    }
    try (ClientWiring desk = open()) {
      assertThat(rows(desk)).isEmpty();
      assertThat(desk.transcripts().cutOff())
          .singleElement()
          .satisfies(mark -> assertThat(mark.name()).isEqualTo("long.vtt"))
          .satisfies(mark -> assertThat(mark.turns()).isEqualTo(TURNS));
    }
  }

  @Test
  void theSameFileGoesOnWhereItWasCutOffAndIsThereOnce() {
    try (ClientWiring desk = open()) {
      cutOffAfter(2_000, desk, Optional.empty());
    }
    try (ClientWiring desk = open()) {
      long before = desk.ledger().store().lastOpNo();
      ImportResult.Imported in = take(desk, Optional.empty());
      assertThat(desk.ledger().store().lastOpNo() - before).isLessThan(1_000);
      assertThat(desk.transcripts().segments(in.transcript()))
          .hasSize(TURNS)
          .extracting(turn -> turn.text())
          .startsWith("turn 0", "turn 1")
          .endsWith("turn " + (TURNS - 1));
      assertThat(rows(desk))
          .singleElement()
          .extracting(InterviewRow::segments)
          .isEqualTo((long) TURNS);
      assertThat(desk.transcripts().cutOff()).isEmpty();
    }
  }

  @Test
  void anImportIntoAnInterviewIsAllOrNothingToo() {
    try (ClientWiring desk = open()) {
      RecordId interview = desk.interviews().create(Optional.empty(), "A talk", DAY).id();
      cutOffAfter(1_000, desk, Optional.of(interview));
      assertThat(desk.interviews().open(interview).orElseThrow().transcripts()).isEmpty();
      take(desk, Optional.of(interview));
      assertThat(desk.interviews().open(interview).orElseThrow().transcripts()).hasSize(1);
    }
  }

  @Test
  void aCutOffImportThatIsGivenUpLeavesItsTurnsInTheTrash() {
    try (ClientWiring desk = open()) {
      cutOffAfter(1_000, desk, Optional.empty());
      ImportMark mark = desk.transcripts().cutOff().getFirst();
      assertThat(desk.transcripts().giveUp(mark)).isTrue();
      assertThat(desk.transcripts().cutOff()).isEmpty();
      RecordId turn = new ImportIds(mark.id()).turn(999);
      assertThat(desk.ledger().store().find(turn).orElseThrow().trashed()).isTrue();

      ImportResult.Imported in = take(desk, Optional.empty());
      assertThat(desk.transcripts().segments(in.transcript())).hasSize(TURNS);
      assertThat(rows(desk)).hasSize(1);
    }
  }

  @Test
  void stoppingAnImportLeavesNothingAndTheFileCanBeImportedAgain() {
    try (ClientWiring desk = open()) {
      assertThat(desk.transcripts().importFile(file, Optional.empty(), DAY, stoppedAfter(1_000)))
          .isInstanceOf(ImportResult.Cancelled.class);
      assertThat(desk.transcripts().cutOff()).isEmpty();
      assertThat(rows(desk)).isEmpty();
      ImportResult.Imported in = take(desk, Optional.empty());
      assertThat(desk.transcripts().segments(in.transcript())).hasSize(TURNS);
    }
  }

  @Test
  void aStoreThatRefusesIsASentenceAboutTheImportAndNoTrace() {
    ClientWiring desk = open();
    ImportProgress closing =
        new Watching() {
          @Override
          public void turnsSaved(int saved, int all) {
            desk.ledger().store().close();
          }
        };
    assertThat(desk.transcripts().importFile(file, Optional.empty(), DAY, closing))
        .isInstanceOfSatisfying(
            ImportResult.NotSaved.class,
            not -> assertThat(not.sentence()).startsWith("“long.vtt” was not imported."));
    desk.close();
    try (ClientWiring again = open()) {
      take(again, Optional.empty());
      assertThat(rows(again)).hasSize(1);
    }
  }

  @Test
  void aFileImportedTwiceOnPurposeIsThereTwice() {
    try (ClientWiring desk = open()) {
      RecordId one = take(desk, Optional.empty()).interview();
      RecordId two = take(desk, Optional.empty()).interview();
      assertThat(rows(desk))
          .extracting(row -> row.interview().id())
          .containsExactlyInAnyOrder(one, two);
    }
  }

  private ClientWiring open() {
    return Desk.open(folder.resolve("anna"));
  }

  private ImportResult.Imported take(ClientWiring desk, Optional<RecordId> interview) {
    return (ImportResult.Imported)
        desk.transcripts().importFile(file, interview, DAY, ReadProgress.NONE);
  }

  private static List<InterviewRow> rows(ClientWiring desk) {
    return desk.interviews().list(0, 100);
  }

  /** Throws in the middle, as near to a killed process as one process comes. */
  private void cutOffAfter(int turns, ClientWiring desk, Optional<RecordId> interview) {
    ImportProgress bomb =
        new Watching() {
          @Override
          public void turnsSaved(int saved, int all) {
            if (saved >= turns) {
              throw new IllegalStateException("killed");
            }
          }
        };
    assertThatThrownBy(() -> desk.transcripts().importFile(file, interview, DAY, bomb))
        .hasMessage("killed");
  }

  private static ImportProgress stoppedAfter(int turns) {
    return new Watching() {
      private boolean isStopped;

      @Override
      public void turnsSaved(int saved, int all) {
        isStopped = saved >= turns;
      }

      @Override
      public boolean isCancelled() {
        return isStopped;
      }
    };
  }

  private abstract static class Watching implements ImportProgress {
    @Override
    public void bytesRead(long bytes, long bytesInAll) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  private static String cues(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%02d:%02d:%02d.000 --> %02d:%02d:%02d.900\n<v %s>turn %d\n\n",
                    i / 3600,
                    i / 60 % 60,
                    i % 60,
                    i / 3600,
                    i / 60 % 60,
                    i % 60,
                    i % 2 == 0 ? "A" : "B",
                    i))
        .collect(Collectors.joining("", "WEBVTT\n\n", ""));
  }
}
