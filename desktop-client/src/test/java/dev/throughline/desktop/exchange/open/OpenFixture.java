package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.consent.Agreed;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two desks, of which one has work to send. */
abstract class OpenFixture {
  @TempDir Path folder;
  ClientWiring anna;
  ClientWiring ben;

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

  void fill() throws IOException {
    RecordId study = make(Study.KIND.name(), Map.of("title", "Tariffs \"new\""));
    RecordId who = make(Participant.KIND.name(), Map.of("pseudonym", "P-07"));
    Agreed.toQuoting(anna, who);
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

  void importFile(Path file) {
    assertThat(
            anna.transcripts()
                .importFile(file, Optional.empty(), LocalDate.of(2026, 11, 3), ReadProgress.NONE))
        .isInstanceOf(ImportResult.Imported.class);
  }

  RecordId make(String kind, Map<String, String> texts) {
    return Desk.make(anna, kind, texts);
  }

  Path export(ClientWiring desk, String name) {
    Path place = folder.resolve(name);
    assertThat(write(desk, place)).isInstanceOf(OpenExport.Written.class);
    return place;
  }

  static OpenExport.Result write(ClientWiring desk, Path place) {
    return OpenExport.write(
        desk.ledger().store(), desk.leaving(), Optional.empty(), place, Progress.NONE);
  }

  static OpenImport.Result read(ClientWiring desk, Path place) {
    return OpenImport.read(desk.ledger(), Optional.empty(), place, Progress.NONE);
  }

  Path zip(String name, Map<String, String> files) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  static Map<String, String> contents(Path export) throws IOException {
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
