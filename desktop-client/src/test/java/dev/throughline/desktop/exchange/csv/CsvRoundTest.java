package dev.throughline.desktop.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRoundTest {
  @TempDir Path folder;
  private ClientWiring anna;

  @BeforeEach
  void open() {
    anna = Desk.open(folder.resolve("anna"));
  }

  @AfterEach
  void close() {
    anna.close();
  }

  @Test
  void anUnchangedTableChangesNothing() throws IOException {
    fill();
    long before = anna.ledger().store().lastOpNo();

    for (CsvTable table : CsvTable.values()) {
      assertThat(read(table.fileName(), export(table)))
          .isEqualTo(new CsvResult.Imported(table, 2, 0, 0, List.of()));
    }
    assertThat(anna.ledger().store().lastOpNo()).isEqualTo(before);
  }

  @Test
  void tablesLookAsSpreadsheetsExpectThem() throws IOException {
    RecordId study = make(Study.KIND, Map.of("title", "Tariffs"));
    RecordId who = make(Participant.KIND, Map.of("study", study.toString(), "pseudonym", "-07"));
    make(
        Interview.KIND,
        Map.of(
            "study", study.toString(),
            "participant", who.toString(),
            "title", "=HYPERLINK(\"x\")",
            "date", "2026-11-03",
            "status", "done"));

    assertThat(export(CsvTable.INTERVIEWS))
        .startsWith("\uFEFFid,study,participant,title,date,place,status\r\n")
        .endsWith(",Tariffs,'-07,\"'=HYPERLINK(\"\"x\"\")\",2026-11-03,,done\r\n");
  }

  @Test
  void tablesFillASecondProfile() throws IOException {
    fill();
    try (ClientWiring ben = Desk.open(folder.resolve("ben"))) {
      for (CsvTable table : List.of(CsvTable.PARTICIPANTS, CsvTable.INTERVIEWS, CsvTable.NOTES)) {
        assertThat(read(ben, table.fileName(), export(table)))
            .isEqualTo(new CsvResult.Imported(table, 2, 2, 0, List.of()));
        assertThat(export(ben, table)).isEqualTo(export(table));
      }
    }
  }

  @Test
  void anEditedCellIsTheOnlyChange() throws IOException {
    fill();
    String edited = export(CsvTable.INTERVIEWS).replace("Utrecht", "Delft");
    long before = anna.ledger().store().lastOpNo();

    assertThat(read("interviews.csv", edited))
        .isEqualTo(new CsvResult.Imported(CsvTable.INTERVIEWS, 2, 0, 1, List.of()));
    assertThat(anna.ledger().store().lastOpNo()).isEqualTo(before + 1);
    assertThat(export(CsvTable.INTERVIEWS)).isEqualTo(edited);
  }

  @Test
  void attributesAreSetAndClearedCellByCell() throws IOException {
    fill();
    String table = export(CsvTable.PARTICIPANTS);
    assertThat(table).contains("pseudonym,'+,age,attribute:status\r\n");
    String edited = table.replace(",39,Berlin", ",40,");

    read("participants.csv", edited);

    assertThat(export(CsvTable.PARTICIPANTS))
        .contains("pseudonym,'+,age\r\n")
        .doesNotContain("Berlin")
        .contains(",40");
  }

  @Test
  void tablesThatPeopleWriteMakeRecords() throws IOException {
    String participants = "Participant;Study;Age;City\nP-01;Tariffs;39;Bonn\nP-02;tariffs;;\n";
    String interviews =
        "Interview Title\tWho\tProject\tWhen\tState\tMood\n"
            + "First talk\tP-01\tTariffs\t2026-11-03\tDone\tgood\n"
            + "Second talk\tP-09\tTariffs\t\t\t\n";
    String notes = "Interview,Field notes\nFirst talk,\"one\ntwo\"\nfirst talk,three\n";

    assertThat(read("people.csv", participants))
        .isEqualTo(new CsvResult.Imported(CsvTable.PARTICIPANTS, 2, 2, 0, List.of()));
    CsvResult.Imported imported = (CsvResult.Imported) read("talks.tsv", interviews);
    assertThat(imported.made()).isEqualTo(2);
    assertThat(imported.remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.sentence()).contains("Mood").contains("Column 6"));
    assertThat(read("jottings.csv", notes))
        .isEqualTo(new CsvResult.Imported(CsvTable.NOTES, 2, 1, 1, List.of()));

    assertThat(all(Study.KIND)).hasSize(1);
    assertThat(all(Participant.KIND)).extracting(RecordView::fields).hasSize(3);
    assertThat(new FieldMap(all(Participant.KIND).getLast().fields()).pairs("attributes"))
        .isEqualTo(Map.of("Age", "39", "City", "Bonn"));
    assertThat(all(Memo.KIND))
        .singleElement()
        .satisfies(
            memo ->
                assertThat(new FieldMap(memo.fields()).text("notes"))
                    .isEqualTo("one\ntwo\n\nthree"));
    assertThat(read("jottings.csv", notes))
        .isEqualTo(new CsvResult.Imported(CsvTable.NOTES, 2, 0, 0, List.of()));
  }

  @Test
  void titlesDaysAndNotesAreTakenTogetherWhateverTheFileIsCalledAndHolds() throws IOException {
    String table = "title,date,notes\nFirst talk,2026-11-03,\"one\ntwo\"\nSecond,2026-11-04,\n";

    assertThat(read("notes.csv", table))
        .isEqualTo(new CsvResult.Imported(CsvTable.INTERVIEWS, 2, 2, 0, List.of()));
    assertThat(all(Interview.KIND)).hasSize(2);
    assertThat(all(Memo.KIND))
        .singleElement()
        .satisfies(
            memo -> assertThat(new FieldMap(memo.fields()).text("notes")).isEqualTo("one\ntwo"));
  }

  @Test
  void aColumnThatIsThereTwiceIsCalledSo() throws IOException {
    assertThat(((CsvResult.Imported) read("a.csv", "title,title\nFirst,Other\n")).remarks())
        .singleElement()
        .satisfies(
            remark -> assertThat(remark.sentence()).startsWith("Column 2 (title) is there twice."));
  }

  @Test
  void aTableThatHadToBeGuessedSaysSo() throws IOException {
    byte[] table = "title\nGespräch\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("a.csv"), table);
    assertThat(CsvImport.read(anna.ledger(), anna.ledger()::record, file, Progress.NONE))
        .isInstanceOfSatisfying(
            CsvResult.Imported.class,
            in ->
                assertThat(in.remarks())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.sentence()).contains("Windows-1252")));
    assertThat(new FieldMap(all(Interview.KIND).getFirst().fields()).text("title"))
        .isEqualTo("Gespräch");
  }

  @Test
  void faultyCellsAreNamedAndNothingIsTaken() throws IOException {
    RecordId memo = Desk.newMemo(anna, "x");
    long before = anna.ledger().store().lastOpNo();

    assertThat(sentence("title,date\na,2026-11-03\nb,3.11.2026\n"))
        .contains("Line 3, column 2 (date)")
        .contains("yyyy-mm-dd");
    assertThat(sentence("title,status\na,finished\n")).contains("Line 2, column 2 (status)");
    assertThat(sentence("id,title\nnone,a\n")).contains("Line 2, column 1 (id)");
    assertThat(sentence("id,title\n" + memo + ",a\n")).contains("names something else here");
    RecordId twice = anna.ledger().newRecord();
    assertThat(sentence("id,title\n" + twice + ",a\n" + twice + ",b\n")).contains("line 2 has the");
    assertThat(sentence("title\n" + "x".repeat(301) + "\n")).contains("column 1 (title)");
    assertThat(sentence("interview,notes\nNobody,x\n")).contains("there is no such interview");
    assertThat(sentence("a,b\n1,2\n")).contains("names no table");
    assertThat(sentence("pseudonym,age,age\nP,1,2\n")).contains("Line 1, column 3 (age)");
    assertThat(sentence("pseudonym,a\nP," + "x".repeat(1_001) + "\n")).contains("Line 2");

    assertThat(anna.ledger().store().lastOpNo()).isEqualTo(before);
  }

  @Test
  void manyRowsComeInGroups() throws IOException {
    StringBuilder table = new StringBuilder("title,participant\n");
    for (int i = 0; i < 2_500; i++) {
      table.append("Talk ").append(i).append(",P-").append(i).append('\n');
    }

    assertThat(read("interviews.csv", table.toString()))
        .isEqualTo(new CsvResult.Imported(CsvTable.INTERVIEWS, 2_500, 2_500, 0, List.of()));
    assertThat(all(Participant.KIND)).hasSize(1_000);
    assertThat(anna.interviews().count()).isEqualTo(2_500);
  }

  @Test
  void aDiskThatFillsUpHalfWayLeavesNoRowThatAnotherTryWouldDouble() throws IOException {
    StringBuilder table = new StringBuilder("title\n");
    for (int i = 0; i < 1_500; i++) {
      table.append("Talk ").append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.csv"), table);
    AtomicInteger groups = new AtomicInteger();

    CsvResult result =
        CsvImport.read(
            anna.ledger(),
            group ->
                groups.incrementAndGet() == 1
                    ? anna.ledger().record(group)
                    : new SaveResult.NotSaved("SAV-01", "full"),
            file,
            Progress.NONE);

    assertThat(((CsvResult.Refused) result).code()).isEqualTo("SAV-01");
    assertThat(((CsvResult.Refused) result).sentence()).startsWith("The import stopped");
    assertThat(all(Interview.KIND)).isEmpty();
  }

  @Test
  void aTableThatWasCutOffHalfWayHasNoRowTwiceAfterAnotherTry() throws IOException {
    StringBuilder table = new StringBuilder("title,participant,study\n");
    for (int i = 0; i < 1_500; i++) {
      table.append("Talk ").append(i).append(",P").append(i % 7).append(",Tariffs\n");
    }
    Path file = Files.writeString(folder.resolve("interviews.csv"), table);
    AtomicInteger groups = new AtomicInteger();

    assertThatThrownBy(
            () ->
                CsvImport.read(
                    anna.ledger(),
                    group -> {
                      if (groups.incrementAndGet() == 2) {
                        throw new IllegalStateException("killed");
                      }
                      return anna.ledger().record(group);
                    },
                    file,
                    Progress.NONE,
                    anna.importMarks()))
        .hasMessage("killed");
    assertThat(anna.transcripts().cutOff()).hasSize(1);
    assertThat(readMarked(file)).isInstanceOf(CsvResult.Imported.class);

    assertThat(count(Interview.KIND)).isEqualTo(1_500);
    assertThat(count(Participant.KIND)).isEqualTo(7);
    assertThat(count(Study.KIND)).isEqualTo(1);
    assertThat(anna.transcripts().cutOff()).isEmpty();
    // On purpose it is there a second time.
    assertThat(readMarked(file)).isInstanceOf(CsvResult.Imported.class);
    assertThat(count(Interview.KIND)).isEqualTo(3_000);
  }

  private int count(Kind kind) {
    return anna.ledger().store().count(kind.name(), anna.ledger().store().home());
  }

  private CsvResult readMarked(Path file) {
    return CsvImport.read(
        anna.ledger(), anna.ledger()::record, file, Progress.NONE, anna.importMarks());
  }

  @Test
  void cancellingTakesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "title\na\n");
    Progress stopped =
        new Progress() {
          @Override
          public void done(double share) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };

    assertThat(CsvImport.read(anna.ledger(), anna.ledger()::record, file, stopped))
        .isEqualTo(new CsvResult.Cancelled());
    assertThat(all(Interview.KIND)).isEmpty();
  }

  private void fill() {
    RecordId study = make(Study.KIND, Map.of("title", "Tariffs; \"new\""));
    RecordId first = anna.ledger().newRecord();
    Value attributes =
        new Value.Entries(
            Map.of("age", Value.text("39"), "status", Value.text("Berlin"), "+", Value.text("=1")));
    Desk.save(
        anna,
        new Draft.Set(
            first,
            Participant.KIND.name(),
            Map.of(
                "study",
                Value.text(study.toString()),
                "pseudonym",
                Value.text("P-07"),
                "attributes",
                attributes)));
    make(Participant.KIND, Map.of("pseudonym", " @home"));
    RecordId talk =
        make(
            Interview.KIND,
            Map.of(
                "study", study.toString(),
                "participant", first.toString(),
                "title", "=1+1, said \"P\"",
                "date", "2026-11-03",
                "place", "Utrecht",
                "status", "done"));
    make(Interview.KIND, Map.of("title", "'quoted"));
    make(Memo.KIND, Map.of("interview", talk.toString(), "notes", "-one\r\n\ttwo\n\n\"three\" "));
    make(Memo.KIND, Map.of("notes", "of nothing"));
  }

  private RecordId make(Kind kind, Map<String, String> texts) {
    RecordId id = anna.ledger().newRecord();
    Map<String, Value> fields = new TreeMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    Desk.save(anna, new Draft.Set(id, kind.name(), fields));
    return id;
  }

  private List<RecordView> all(Kind kind) {
    return anna.ledger().store().newest(kind.name(), 0, 1_000);
  }

  private String sentence(String table) throws IOException {
    CsvResult result = read("a.csv", table);
    assertThat(result).isInstanceOf(CsvResult.Refused.class);
    String sentence = ((CsvResult.Refused) result).sentence();
    assertThat(sentence).startsWith("Nothing was imported.");
    return sentence;
  }

  private CsvResult read(String name, String table) throws IOException {
    return read(anna, name, table);
  }

  private CsvResult read(ClientWiring desk, String name, String table) throws IOException {
    Path file = Files.writeString(folder.resolve(name), table);
    return CsvImport.read(desk.ledger(), desk.ledger()::record, file, Progress.NONE);
  }

  private String export(CsvTable table) throws IOException {
    return export(anna, table);
  }

  private static String export(ClientWiring desk, CsvTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvExport(desk.ledger().store(), desk.leaving()).write(table, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
