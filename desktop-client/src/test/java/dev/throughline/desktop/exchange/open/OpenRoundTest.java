package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenRoundTest {
  @TempDir Path folder;
  private ClientWiring anna;
  private ClientWiring ben;

  @BeforeEach
  void openBoth() {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
  }

  @AfterEach
  void closeBoth() {
    anna.close();
    ben.close();
  }

  @Test
  void aWorkspaceTravelsAndBothExportsAreEqualByteForByte() throws IOException {
    fill();
    Path first = export(anna, "first");

    assertThat(read(ben, first)).isEqualTo(new OpenImport.Imported(12, 12, List.of(), List.of()));
    assertThat(contents(export(ben, "second"))).isEqualTo(contents(first));
  }

  @Test
  void anArchiveTravelsToo() throws IOException {
    fill();
    Path first = export(anna, "first.zip");

    assertThat(read(ben, first)).isEqualTo(new OpenImport.Imported(12, 12, List.of(), List.of()));
    assertThat(export(ben, "second.zip")).hasSameBinaryContentAs(first);
  }

  @Test
  void readingItWhereItCameFromChangesNothing() throws IOException {
    fill();
    Path export = export(anna, "first");
    long before = anna.ledger().store().lastOpNo();

    assertThat(read(anna, export)).isEqualTo(new OpenImport.Imported(12, 0, List.of(), List.of()));
    assertThat(anna.ledger().store().lastOpNo()).isEqualTo(before);
  }

  @Test
  void everyPartIsThereAndListed() throws IOException {
    fill();
    Path export = export(anna, "first");

    assertThat(contents(export).keySet())
        .containsExactly(
            "README.txt",
            "checksums.sha256",
            "csv/interviews.csv",
            "csv/notes.csv",
            "csv/participants.csv",
            "interviews/2026-11-03 P-07 What- ..-..-etc-passwd.md",
            "interviews/_CON.md",
            "media/README.txt",
            "workspace.json");
    assertThat(Files.readAllLines(export.resolve("checksums.sha256"))).hasSize(8);
    assertThat(Files.readString(export.resolve("README.txt")))
        .contains("workspace.json     Every record")
        .contains("sha256sum -c");
  }

  @Test
  void pagesHoldWhatIsKnownAndWhatWasSaid() throws IOException {
    fill();
    Path page =
        export(anna, "first").resolve("interviews/2026-11-03 P-07 What- ..-..-etc-passwd.md");

    assertThat(Files.readString(page))
        .contains("title: \"What? ../../etc/passwd\"\nstudy: \"Tariffs \\\"new\\\"\"\n")
        .contains("participant: \"P-07\"\ndate: \"2026-11-03\"\nplace: \"\"\nstatus: \"done\"\n")
        .contains("## Notes\n\nfirst line\nsecond: line\n")
        .contains("**Ada** [00:00:01.000]: Why?\n\n**P-07** [00:00:03.500]: Because.\nOf that.\n");
    assertThat(TranscriptFiles.read(page, ReadProgress.NONE))
        .isInstanceOf(TranscriptFile.Read.class);
  }

  @Test
  void editsInOtherFilesAreNamedAndNotTaken() throws IOException {
    fill();
    Path export = export(anna, "first");
    Path table = export.resolve("csv/participants.csv");
    Files.writeString(table, Files.readString(table).replace("P-07", "P-08"));
    Files.delete(export.resolve("interviews/_CON.md"));
    Files.writeString(export.resolve("mine.txt"), "x");
    Files.writeString(export.resolve(".DS_Store"), "x");

    OpenImport.Imported imported = (OpenImport.Imported) read(ben, export);

    assertThat(imported.changed()).isEqualTo(12);
    assertThat(imported.editedTables()).containsExactly(table);
    assertThat(imported.remarks())
        .extracting(remark -> remark.sentence())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("csv/participants.csv was edited"),
            two -> assertThat(two).startsWith("interviews/_CON.md is missing"),
            three -> assertThat(three).startsWith("mine.txt is no part"));
    Files.delete(export.resolve("checksums.sha256"));
    assertThat(((OpenImport.Imported) read(ben, export)).remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.sentence()).contains("checksums.sha256 is missing"));
  }

  @Test
  void aListOfChecksumsThatCannotBeReadIsNotCalledMissing() throws IOException {
    fill();
    Path export = export(anna, "first");
    Files.writeString(export.resolve("checksums.sha256"), "no checksum");

    assertThat(((OpenImport.Imported) read(ben, export)).remarks())
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark.sentence())
                    .startsWith("checksums.sha256 is there but cannot be read"));
  }

  @Test
  void aChangedWorkspaceFileIsRefused() throws IOException {
    fill();
    Path export = export(anna, "first");
    Path json = export.resolve("workspace.json");
    Files.writeString(json, Files.readString(json).replace("P-07", "P-08"));

    assertThat(refused(read(ben, export)).code()).isEqualTo("EXP-10");
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void whatIsNoExportIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path zip = zip("other.zip", Map.of("a.txt", "x"));
    Path broken = Files.writeString(folder.resolve("broken.zip"), "PK\u0003\u0004 and nothing");

    assertThat(refused(read(ben, empty)).code()).isEqualTo("EXP-09");
    assertThat(refused(read(ben, zip)).code()).isEqualTo("EXP-09");
    Path blank = zip("blank.zip", Map.of("workspace.json", " ".repeat(10_000)));
    assertThat(refused(read(ben, blank)).sentence())
        .contains("Its workspace.json does not begin as one that Throughline writes");
    assertThat(refused(read(ben, broken)).code()).isEqualTo("EXP-02");
  }

  @Test
  void archivesAreKnownByWhatTheyHold() throws IOException {
    Path export = export(anna, "first.zip");

    assertThat(OpenImport.isOne(Files.move(export, folder.resolve("first")))).isTrue();
    assertThat(OpenImport.isOne(zip("a.zip", Map.of("a.txt", "x")))).isTrue();
    assertThat(OpenImport.isOne(zip("word.zip", Map.of("[Content_Types].xml", "x")))).isFalse();
    assertThat(OpenImport.isOne(zip("word.docx", Map.of("word/document.xml", "x")))).isFalse();
    assertThat(OpenImport.isOne(Files.writeString(folder.resolve("a.vtt"), "WEBVTT"))).isFalse();
  }

  @Test
  void archivesThatReachOutsideOrBlowUpAreRefused() throws IOException {
    fill();
    String json = Files.readString(export(anna, "first").resolve("workspace.json"));

    for (String name :
        List.of("../evil", "/evil", "a/../../evil", "C:/evil", "a\\..\\evil", "./a")) {
      Path zip = zip("hostile.zip", Map.of("workspace.json", json, name, "x"));
      assertThat(refused(read(ben, zip)).code()).as(name).isEqualTo("EXP-07");
    }
    Path bomb = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("workspace.json"));
      out.write(
          "{\"format\":\"throughline-workspace\",\"version\":1,\"records\":[\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
      out.putNextEntry(new ZipEntry("checksums.sha256"));
      out.write(("0".repeat(64) + "  workspace.json\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(refused(read(ben, bomb)).code()).isEqualTo("EXP-07");
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void anArchiveOfTheFolderIsReadToo() throws IOException {
    fill();
    Map<String, String> files = new TreeMap<>();
    contents(export(anna, "first")).forEach((name, text) -> files.put("My export/" + name, text));

    assertThat(read(ben, zip("packed.zip", files)))
        .isEqualTo(new OpenImport.Imported(12, 12, List.of(), List.of()));
  }

  @Test
  void linksInAFolderAreNotFollowed() throws IOException {
    fill();
    Path export = export(anna, "first");
    Path outside = Files.move(export.resolve("workspace.json"), folder.resolve("outside.json"));
    Files.createSymbolicLink(export.resolve("workspace.json"), outside);

    assertThat(refused(read(ben, export)).code()).isEqualTo("EXP-09");
  }

  @Test
  void whatExistsIsLeftAlone() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path file = Files.writeString(folder.resolve("there.zip"), "mine");

    assertThat(code(write(anna, there))).isEqualTo("EXP-05");
    assertThat(code(write(anna, file))).isEqualTo("EXP-05");
    assertThat(code(write(anna, folder.resolve("missing").resolve("x")))).isEqualTo("EXP-03");
    assertThat(there).isEmptyDirectory();
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    fill();
    for (int written = 0; written < 9; written++) {
      int fullAfter = written;
      OpenExport.Result result =
          OpenExport.write(
              anna.ledger().store(),
              folder.resolve("full"),
              Progress.NONE,
              place -> new FullAfter(new FolderTarget(place), fullAfter));
      assertThat(code(result)).isEqualTo("EXP-06");
    }
    assertThat(names()).noneMatch(name -> name.contains("full") || name.contains("export-"));
  }

  /** A disk with room for some files. */
  private static final class FullAfter implements Target {
    private final Target inner;
    private int left;

    FullAfter(Target inner, int files) {
      this.inner = inner;
      this.left = files;
    }

    @Override
    public OutputStream next(String path) throws IOException {
      if (left-- == 0) {
        throw new IOException("No space left on device");
      }
      return inner.next(path);
    }

    @Override
    public void finish() throws IOException {
      inner.finish();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  @Test
  void stoppingLeavesNothingBehind() throws IOException {
    fill();
    for (int asked = 0; asked < 9; asked++) {
      for (String name : List.of("stopped", "stopped.zip")) {
        OpenExport.Result result =
            OpenExport.write(anna.ledger().store(), folder.resolve(name), stopAfter(asked));
        assertThat(result).isEqualTo(new OpenExport.Cancelled());
      }
    }
    assertThat(names()).noneMatch(name -> name.contains("stopped") || name.contains("export-"));
    assertThat(OpenImport.read(ben.ledger(), export(anna, "whole"), stopAfter(3)))
        .isEqualTo(new OpenImport.Cancelled());
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  private static Progress stopAfter(int times) {
    return new Progress() {
      private int asked;

      @Override
      public void done(double share) {}

      @Override
      public boolean isCancelled() {
        return asked++ >= times;
      }
    };
  }

  @Test
  void tablesGoOutAlone() throws IOException {
    fill();
    Path place = folder.resolve("tables");

    assertThat(OpenExport.writeTables(anna.ledger().store(), place, Progress.NONE))
        .isInstanceOf(OpenExport.Written.class);
    assertThat(contents(place).keySet())
        .containsExactly("interviews.csv", "notes.csv", "participants.csv");
  }

  @Test
  void meetingsTravelToASecondProfileByteForByte() throws IOException {
    Path meetings =
        Stream.of("../../shared/samples/meetings", "../shared/samples/meetings")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("missing"));
    assumeTrue(Files.isDirectory(meetings), "the sample folder meetings is not here");
    try (Stream<Path> files = Files.list(meetings)) {
      for (Path file : files.sorted().limit(5).toList()) {
        importFile(file);
      }
    }
    Path first = export(anna, "first");

    OpenImport.Imported imported = (OpenImport.Imported) read(ben, first);

    assertThat(imported.remarks()).isEmpty();
    assertThat(imported.changed()).isEqualTo(imported.records()).isGreaterThan(1_000);
    assertThat(contents(export(ben, "second"))).isEqualTo(contents(first));
    assertThat(contents(first).keySet().stream().filter(name -> name.endsWith(".md"))).hasSize(5);
  }

  private void fill() throws IOException {
    RecordId study = make(Study.KIND.name(), Map.of("title", "Tariffs \"new\""));
    RecordId who = make(Participant.KIND.name(), Map.of("pseudonym", "P-07"));
    RecordId talk =
        make(
            Interview.KIND.name(),
            Map.of(
                "study", study.toString(),
                "participant", who.toString(),
                "title", "What? ../../etc/passwd",
                "date", "2026-11-03",
                "status", "done"));
    make(
        Memo.KIND.name(),
        Map.of("interview", talk.toString(), "notes", "first line\nsecond: line"));
    make(Interview.KIND.name(), Map.of("title", "CON"));
    RecordId gone = make(Interview.KIND.name(), Map.of("title", "gone"));
    Desk.save(anna, new Draft.Move(gone, Interview.KIND.name(), Action.TRASH));
    make("sketch", Map.of("strokes", "unknown kind"));
    Path transcript =
        Files.writeString(
            folder.resolve("talk.txt"), "[0:01] Ada: Why?\n\n[0:03.5] P-07: Because.\nOf that.\n");
    assertThat(
            anna.transcripts()
                .importFile(
                    transcript, Optional.of(talk), LocalDate.of(2026, 11, 3), ReadProgress.NONE))
        .isInstanceOf(ImportResult.Imported.class);
    make("later", Map.of("x", "y"));
    make(Study.KIND.name(), Map.of("title", "Other"));
  }

  private void importFile(Path file) {
    assertThat(
            anna.transcripts()
                .importFile(file, Optional.empty(), LocalDate.of(2026, 11, 3), ReadProgress.NONE))
        .isInstanceOf(ImportResult.Imported.class);
  }

  private RecordId make(String kind, Map<String, String> texts) {
    RecordId id = anna.ledger().newRecord();
    Map<String, Value> fields = new TreeMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    Desk.save(anna, new Draft.Set(id, kind, fields));
    return id;
  }

  private Path export(ClientWiring desk, String name) {
    Path place = folder.resolve(name);
    assertThat(write(desk, place)).isInstanceOf(OpenExport.Written.class);
    return place;
  }

  private static OpenExport.Result write(ClientWiring desk, Path place) {
    return OpenExport.write(desk.ledger().store(), place, Progress.NONE);
  }

  private static String code(OpenExport.Result result) {
    assertThat(result).isInstanceOf(OpenExport.NotWritten.class);
    return ((OpenExport.NotWritten) result).code();
  }

  private static OpenImport.Result read(ClientWiring desk, Path place) {
    return OpenImport.read(desk.ledger(), place, Progress.NONE);
  }

  private static OpenImport.Refused refused(OpenImport.Result result) {
    assertThat(result).isInstanceOf(OpenImport.Refused.class);
    return (OpenImport.Refused) result;
  }

  private Path zip(String name, Map<String, String> files) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.map(path -> path.getFileName().toString()).toList());
    }
  }

  private static Map<String, String> contents(Path export) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(export)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  contents.put(export.relativize(file).toString(), Files.readString(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return contents;
  }
}
