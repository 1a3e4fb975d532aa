package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.throughline.desktop.consent.Agreed;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.TranscriptFiles;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenRoundTest extends OpenFixture {
  @Test
  void aWorkspaceTravelsAndBothExportsAreEqualByteForByte() throws IOException {
    fill();
    Path first = export(anna, "first");

    assertThat(read(ben, first)).isEqualTo(new OpenImport.Imported(13, 13, List.of(), List.of()));
    assertThat(contents(export(ben, "second"))).isEqualTo(contents(first));
  }

  @Test
  void anArchiveTravelsToo() throws IOException {
    fill();
    Path first = export(anna, "first.zip");

    assertThat(read(ben, first)).isEqualTo(new OpenImport.Imported(13, 13, List.of(), List.of()));
    assertThat(export(ben, "second.zip")).hasSameBinaryContentAs(first);
  }

  @Test
  void readingItWhereItCameFromChangesNothing() throws IOException {
    fill();
    Path export = export(anna, "first");
    long before = anna.ledger().store().lastOpNo();

    assertThat(read(anna, export)).isEqualTo(new OpenImport.Imported(13, 0, List.of(), List.of()));
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

    assertThat(imported.changed()).isEqualTo(13);
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
  void archivesAreKnownByWhatTheyHold() throws IOException {
    Path export = export(anna, "first.zip");

    assertThat(OpenImport.isOne(Files.move(export, folder.resolve("first")))).isTrue();
    assertThat(OpenImport.isOne(zip("a.zip", Map.of("a.txt", "x")))).isTrue();
    assertThat(OpenImport.isOne(zip("word.zip", Map.of("[Content_Types].xml", "x")))).isFalse();
    assertThat(OpenImport.isOne(zip("word.docx", Map.of("word/document.xml", "x")))).isFalse();
    assertThat(OpenImport.isOne(Files.writeString(folder.resolve("a.vtt"), "WEBVTT"))).isFalse();
  }

  @Test
  void anArchiveOfTheFolderIsReadToo() throws IOException {
    fill();
    Map<String, String> files = new TreeMap<>();
    contents(export(anna, "first")).forEach((name, text) -> files.put("My export/" + name, text));

    assertThat(read(ben, zip("packed.zip", files)))
        .isEqualTo(new OpenImport.Imported(13, 13, List.of(), List.of()));
  }

  @Test
  void whatWasNotAgreedToIsListedWithItsReason() throws IOException {
    fill();
    RecordId who = make("participant", Map.of("pseudonym", "=P-09"));
    RecordId talk =
        make("interview", Map.of("title", "Second look", "participant", who.toString()));
    RecordId transcript = make("transcript", Map.of("interview", talk.toString()));
    make("segment", Map.of("transcript", transcript.toString(), "text", "Too dear."));

    OpenExport.Result result = write(anna, folder.resolve("first"));

    assertThat(result).isInstanceOf(OpenExport.Written.class);
    assertThat(((OpenExport.Written) result).withheld()).isOne();
    Map<String, String> contents = contents(folder.resolve("first"));
    assertThat(contents.get("withheld.csv"))
        .contains(talk + ",Second look,'=P-09,\"Nothing is written down of what =P-09 agreed to.");
    assertThat(contents.values()).noneMatch(text -> text.contains("Too dear."));
    assertThat(contents.get("interviews/=P-09 Second look.md"))
        .contains("## Words held back\n\nNothing is written down");
    assertThat(read(ben, folder.resolve("first")))
        .isEqualTo(new OpenImport.Imported(15, 15, List.of(), List.of()));
  }

  @Test
  void tablesGoOutAlone() throws IOException {
    fill();
    Path place = folder.resolve("tables");

    assertThat(OpenExport.writeTables(anna.ledger().store(), anna.leaving(), place, Progress.NONE))
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
    Agreed.everywhere(anna);
    Path first = export(anna, "first");

    OpenImport.Imported imported = (OpenImport.Imported) read(ben, first);

    assertThat(imported.remarks()).isEmpty();
    assertThat(imported.changed()).isEqualTo(imported.records()).isGreaterThan(1_000);
    assertThat(contents(export(ben, "second"))).isEqualTo(contents(first));
    assertThat(contents(first).keySet().stream().filter(name -> name.endsWith(".md"))).hasSize(5);
  }
}
