package dev.throughline.desktop.library;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static dev.throughline.desktop.interview.FieldDesk.UI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
  private static final String SOUND =
      """
      WEBVTT

      00:01.000 --> 00:02.000
      <v P-1>I never open the letter.

      00:03.000 --> 00:04.000
      <v Mara>Why not?
      """;

  private static final String IN_PART =
      """
      WEBVTT

      00:01.000 --> 00:02.000
      I never open the letter.

      when she laughs --> 00:04.000
      Why not?
      """;

  @TempDir Path folder;
  LibraryDesk desk;

  /** Threads that start when told. */
  private final Deque<Runnable> threads = new ArrayDeque<>();

  private final Background held =
      new Background() {
        @Override
        public void run(Runnable work) {
          work.run();
        }

        @Override
        public Handle later(Duration delay, Runnable work) {
          return () -> {};
        }

        @Override
        public void loop(String name, Runnable work) {
          threads.add(work);
        }
      };

  @BeforeEach
  void open() {
    desk = new LibraryDesk(new FieldDesk(folder));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private ImportViewModel heldImports() {
    return new ImportViewModel(desk.files(), held, UI, desk.tasks, desk.field.toasts::add, _ -> {});
  }

  private List<String> lines() {
    return desk.imports.jobs().stream().map(ImportWords::line).toList();
  }

  @Test
  void everyFileGetsItsLine() throws IOException {
    desk.imports.take(
        List.of(file("sound.vtt", SOUND), file("empty.srt", ""), file("part.vtt", IN_PART)),
        Optional.empty());
    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("2 turns imported"),
            line -> assertThat(line).contains("was not imported").endsWith("Code IMP-03."),
            line -> assertThat(line).isEqualTo("1 turn imported"));
    assertThat(desk.library.rows()).hasSize(2);
    assertThat(desk.tasks).isEmpty();
  }

  @Test
  void fileTakenInPartNamesItsLines() throws IOException {
    desk.imports.take(List.of(file("part.vtt", IN_PART)), Optional.empty());
    ImportOutcome outcome = desk.imports.jobs().getFirst().outcomeProperty().get().orElseThrow();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ImportOutcome.Transcript.class,
            transcript ->
                assertThat(transcript.leftOut())
                    .singleElement()
                    .satisfies(left -> assertThat(left.line()).isEqualTo(6)));
  }

  @Test
  void importedInterviewGoesIntoTheChosenStudy() throws IOException {
    RecordId study = desk.field.study("Tariff switching");
    desk.imports.take(List.of(file("sound.vtt", SOUND)), Optional.of(study));
    assertThat(desk.library.rows().getFirst().study()).isEqualTo("Tariff switching");
    assertThat(desk.library.rows().getFirst().segments()).isEqualTo(2);
  }

  @Test
  void taskShowsHowFarItIsAndStops() throws IOException {
    ImportViewModel imports = heldImports();
    imports.take(List.of(file("a.vtt", SOUND), file("b.vtt", SOUND)), Optional.empty());
    assertThat(desk.tasks).hasSize(1);
    assertThat(desk.tasks.getFirst().detailProperty().get()).isEqualTo("1 of 2");
    desk.tasks.getFirst().cancel().orElseThrow().run();
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(imports.jobs())
        .allSatisfy(
            job -> assertThat(job.outcomeProperty().get()).contains(new ImportOutcome.Cancelled()));
    assertThat(desk.library.rows()).isEmpty();
    assertThat(desk.tasks).isEmpty();
  }

  @Test
  void importsAreTakenBackOneByOne() throws IOException {
    RecordId study = desk.field.study("Tariff switching");
    desk.imports.take(List.of(file("a.vtt", SOUND), file("b.vtt", SOUND)), Optional.of(study));
    assertThat(desk.undo.undo()).isEqualTo(new UndoResult.Done("Import of b.vtt"));
    assertThat(desk.library.rows()).hasSize(1);
    assertThat(desk.undo.undo()).isEqualTo(new UndoResult.Done("Import of a.vtt"));
    assertThat(desk.library.rows()).isEmpty();
    assertThat(desk.undo.redo()).isEqualTo(new UndoResult.Done("Import of a.vtt"));
    assertThat(desk.library.rows()).hasSize(1);
  }

  @Test
  void transcriptsInAFolderAreTakenOneByOne() throws IOException {
    Path talks = Files.createDirectories(folder.resolve("talks").resolve("march"));
    Files.writeString(talks.resolve("b.vtt"), SOUND);
    Files.writeString(talks.resolveSibling("a.vtt"), SOUND);
    Files.writeString(talks.resolveSibling(".hidden.vtt"), SOUND);
    Files.writeString(talks.resolveSibling("photo.png"), "no transcript");

    desk.imports.take(List.of(talks.getParent()), Optional.empty());

    assertThat(lines())
        .containsExactly("2 files in this folder", "2 turns imported", "2 turns imported");
    assertThat(desk.library.rows()).hasSize(2);
    assertThat(desk.field.toasts).extracting(Toast::title).containsExactly("2 files imported");
  }

  @Test
  void filesDroppedMeanwhileJoinTheQueue() throws IOException {
    ImportViewModel imports = heldImports();
    imports.take(List.of(file("a.vtt", SOUND)), Optional.empty());
    imports.take(List.of(file("b.vtt", SOUND)), Optional.empty());
    assertThat(threads).hasSize(1);
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(imports.jobs()).hasSize(2).allMatch(ImportJob::isFinished);
    assertThat(desk.library.rows()).hasSize(2);
  }

  @Test
  void endIsToldToWhoIsElsewhere() throws IOException {
    desk.imports.take(List.of(file("a.vtt", SOUND)), Optional.empty());
    assertThat(desk.field.toasts).extracting(Toast::title).containsExactly("1 file imported");
    desk.imports.watchedProperty().set(true);
    desk.imports.take(List.of(file("b.vtt", SOUND)), Optional.empty());
    assertThat(desk.field.toasts).hasSize(1);
  }

  @Test
  void closingTakesFinishedLinesAway() throws IOException {
    desk.imports.take(List.of(file("a.vtt", SOUND)), Optional.empty());
    desk.imports.close();
    assertThat(desk.imports.jobs()).isEmpty();
  }

  @Test
  void tooManyFilesAreRefusedBeforeAnythingBegins() {
    desk.imports.take(
        Collections.nCopies(ImportViewModel.FILES_MAX + 1, folder.resolve("a.vtt")),
        Optional.empty());
    assertThat(desk.imports.jobs()).isEmpty();
    assertThat(desk.field.toasts.getFirst().title()).isEqualTo("201 files are too many at once");
  }

  @Test
  void tableComesInAsOneStepThatCanBeUndone() throws IOException {
    desk.imports.take(
        List.of(file("talks.csv", "title,participant,mood\nOne,P-1,calm\nTwo,P-2,\n")),
        Optional.empty());
    assertThat(desk.titles()).containsExactlyInAnyOrder("One", "Two");
    assertThat(ImportWords.line(desk.imports.jobs().getFirst()))
        .isEqualTo("2 rows read, 2 new, 0 changed");
    assertThat(desk.undo.undoLabel()).contains("Import of talks.csv");
    desk.undo.undo();
    assertThat(desk.titles()).isEmpty();
  }

  @Test
  void wordDocumentComesInLikeAnyTranscript() throws IOException {
    Path file = folder.resolve("Talk with P-34.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("P-34: I never open it.");
      document.write(out);
    }
    desk.imports.take(List.of(file), Optional.empty());
    assertThat(desk.titles()).containsExactly("Talk with P-34");
  }

  @Test
  void whatStaysBehindAsksForAttention() throws IOException {
    RecordId who = desk.field.ledger.newRecord();
    desk.field.talk("Mine", TODAY).with("P-1", who).notes("a note").save();
    desk.field.ledger.record(
        List.of(
            new Consents(desk.field.ledger.store())
                .set(who, Optional.empty(), Map.of("quote", Value.text("refused")))));
    desk.imports.exports().everything(folder);
    Path first = folder.resolve("Throughline export " + TODAY);
    assertThat(desk.field.toasts.getLast())
        .isEqualTo(
            new Toast(
                Toast.Kind.ATTENTION,
                "3 records exported",
                "1 interview, in %s. The words of 1 interview stay here: quoting them was not agreed."
                    .formatted(first),
                List.of()));
    assertThat(first.resolve("withheld.csv")).exists();
    desk.imports.exports().json(folder.resolve("one.json"));
    assertThat(desk.field.toasts.getLast().detail()).contains("The words of 1 interview stay here");
  }

  @Test
  void everythingGoesIntoAFolderOfTheDayAndComesBack() throws IOException {
    desk.field.talk("Mine", TODAY).with("P-1").notes("a note").save();
    desk.imports.exports().everything(folder);
    desk.imports.exports().everything(folder);
    Path first = folder.resolve("Throughline export " + TODAY);
    assertThat(folder.resolve("Throughline export " + TODAY + " (2)")).isDirectory();
    assertThat(desk.field.toasts.getFirst())
        .isEqualTo(Toast.done("3 records exported", "1 interview, in " + first));
    assertThat(desk.tasks).isEmpty();
    Path table = first.resolve("csv/participants.csv");
    Files.writeString(table, Files.readString(table).replace("P-1", "P-2"));
    try (LibraryDesk other = new LibraryDesk(new FieldDesk(folder.resolve("other")))) {
      other.imports.take(List.of(first), Optional.empty());
      assertThat(other.titles()).containsExactly("Mine");
      assertThat(other.imports.jobs().getFirst().outcomeProperty().get().orElseThrow())
          .isInstanceOfSatisfying(
              ImportOutcome.Workspace.class,
              workspace -> assertThat(workspace.editedTables()).containsExactly(table));
    }
  }

  @Test
  void exportOfEverythingCanBeStopped() {
    desk.field.talk("Mine", TODAY).with("P-1").save();
    ImportViewModel imports = heldImports();
    imports.exports().everything(folder);
    assertThat(imports.exports().runningProperty().get()).isTrue();
    desk.tasks.getFirst().cancel().orElseThrow().run();
    threads.remove().run();
    assertThat(desk.field.toasts.getLast().title()).isEqualTo("Export stopped, nothing written");
    assertThat(imports.exports().runningProperty().get()).isFalse();
    assertThat(folder.resolve("Throughline export " + TODAY)).doesNotExist();
  }

  @Test
  void exportOfEverythingThatFailsSaysWhy() {
    desk.imports.exports().everything(folder.resolve("missing"));
    assertThat(desk.field.toasts.getFirst().kind()).isEqualTo(Toast.Kind.FAILED);
    assertThat(desk.field.toasts.getFirst().detail()).contains("is not there").contains("EXP-03");
  }

  @Test
  void exportedWorkspaceComesBackThroughTheSameDoor() throws IOException {
    desk.field.talk("Mine", TODAY).with("P-1").notes("a note").save();
    Path export = folder.resolve("workspace.json");
    desk.imports.exports().json(export);
    assertThat(desk.field.toasts.getFirst().title()).isEqualTo("3 records exported");
    try (LibraryDesk other = new LibraryDesk(new FieldDesk(folder.resolve("other")))) {
      other.imports.take(List.of(export), Optional.empty());
      assertThat(other.titles()).containsExactly("Mine");
      assertThat(ImportWords.line(other.imports.jobs().getFirst()))
          .isEqualTo("3 records read, 3 changed here");
    }
  }

  @Test
  void exportThatFailsSaysSo() {
    desk.imports.exports().json(folder.resolve("missing").resolve("workspace.json"));
    assertThat(desk.field.toasts.getFirst().kind()).isEqualTo(Toast.Kind.FAILED);
    assertThat(desk.field.toasts.getFirst().detail()).contains("EXP-03");
    assertThat(desk.tasks).isEmpty();
  }
}
