package dev.throughline.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.consent.Agreed;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {
  private static final String ID = "01900000-0000-7000-8000-000000000001";
  private static final String LATER_ID = "01900000-0000-7000-8000-000000000002";

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
  void whatTravelsToASecondProfileIsExportedThereByteForByte() throws IOException {
    importMeeting(anna, 1_100);
    Agreed.everywhere(anna);
    Desk.newMemo(anna, "tabs\t, \"quotes\", \\ and \u2028 and 😀 and \u0001\r\n");
    Path first = export(anna, "first.json");

    assertThat(read(ben, first)).isEqualTo(new WorkspaceFile.Imported(1_106, 1_106));
    Path second = export(ben, "second.json");

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(ben.interviews().list(0, 10)).hasSize(1);
    assertThat(ben.interviews().list(0, 10).getFirst().segments()).isEqualTo(1_100);
  }

  @Test
  void readingTheSameAgainChangesNothing() throws IOException {
    importMeeting(anna, 30);
    Agreed.everywhere(anna);
    Path file = export(anna, "a.json");
    read(ben, file);
    long before = ben.ledger().store().lastOpNo();

    assertThat(read(ben, file)).isEqualTo(new WorkspaceFile.Imported(35, 0));
    assertThat(read(anna, file)).isEqualTo(new WorkspaceFile.Imported(35, 0));
    assertThat(ben.ledger().store().lastOpNo()).isEqualTo(before);
  }

  @Test
  void theTrashTravelsBothWays() throws IOException {
    RecordId memo = Desk.newMemo(anna, "one");
    RecordId kept = Desk.newMemo(anna, "kept");
    Path before = export(anna, "before.json");
    Desk.save(anna, new Draft.Move(memo, Memo.KIND.name(), Action.TRASH));
    Path after = export(anna, "after.json");

    read(ben, after);
    assertThat(isTrashed(ben, memo)).isTrue();
    assertThat(isTrashed(ben, kept)).isFalse();
    assertThat(export(ben, "ben.json")).hasSameBinaryContentAs(after);

    assertThat(read(ben, before)).isEqualTo(new WorkspaceFile.Imported(2, 1));
    assertThat(isTrashed(ben, memo)).isFalse();
    assertThat(export(ben, "ben.json")).hasSameBinaryContentAs(before);
  }

  @Test
  void aChangedRecordInTheTrashStaysThereForTheServerToo() throws IOException {
    RecordId memo = Desk.newMemo(anna, "one");
    Desk.save(anna, new Draft.Move(memo, Memo.KIND.name(), Action.TRASH));
    read(ben, export(anna, "a.json"));
    Desk.type(anna, memo, "one", "one two");
    Desk.save(anna, new Draft.Move(memo, Memo.KIND.name(), Action.TRASH));

    read(ben, export(anna, "b.json"));

    assertThat(ben.ledger().store().toPush(10).getLast().op().action()).isEqualTo(Action.TRASH);
    assertThat(Desk.notes(ben, memo)).isEqualTo("one two");
  }

  @Test
  void unknownFieldsAndKindsTravel() throws IOException {
    RecordId memo = Desk.newMemo(anna, "one");
    Value odd =
        new Value.Entries(
            Map.of(
                "deep", new Value.Items(List.of(Value.whole(1), new Value.Flag(true))),
                "exact", new Value.Decimal(new BigDecimal("1.50"))));
    Desk.save(anna, new Draft.Set(memo, Memo.KIND.name(), Map.of("fromTomorrow", odd)));
    Desk.save(
        anna,
        new Draft.Set(anna.ledger().newRecord(), "sketch", Map.of("strokes", Value.whole(7))));
    Path file = export(anna, "a.json");

    read(ben, file);

    assertThat(ben.ledger().store().find(memo).orElseThrow().fields())
        .containsEntry("fromTomorrow", odd);
    assertThat(export(ben, "b.json")).hasSameBinaryContentAs(file);
  }

  @Test
  void fieldsTheFileDoesNotHaveAreCleared() throws IOException {
    RecordId memo = Desk.newMemo(anna, "one");
    Path file = export(anna, "a.json");
    Desk.save(anna, new Draft.Set(memo, Memo.KIND.name(), Map.of("more", Value.whole(1))));

    assertThat(read(anna, file)).isEqualTo(new WorkspaceFile.Imported(1, 1));
    assertThat(export(anna, "b.json")).hasSameBinaryContentAs(file);
    assertThat(read(anna, file)).isEqualTo(new WorkspaceFile.Imported(1, 0));
  }

  @Test
  void idsOfEveryShapeAreExportedOnceAndInOrder() throws IOException {
    for (int i = 0; i < 40; i++) {
      RecordId id = new RecordId(Uuids.derived("record " + i));
      Desk.save(anna, new Draft.Set(id, Memo.KIND.name(), Map.of("notes", Value.text("" + i))));
    }
    Path file = export(anna, "a.json");

    assertThat(read(ben, file)).isEqualTo(new WorkspaceFile.Imported(40, 40));
    assertThat(export(ben, "b.json")).hasSameBinaryContentAs(file);
  }

  @Test
  void anEmptyWorkspaceTravels() throws IOException {
    Path file = export(anna, "a.json");

    assertThat(WorkspaceFile.isOne(file)).isTrue();
    assertThat(read(ben, file)).isEqualTo(new WorkspaceFile.Imported(0, 0));
  }

  @Test
  void longNotesAreSavedInGroupsThatFitAPush() throws IOException {
    String text = "ä".repeat(600_000);
    for (int i = 0; i < 3; i++) {
      Desk.newMemo(anna, text + i);
    }

    read(ben, export(anna, "a.json"));

    assertThat(ben.ledger().store().toPush(10))
        .extracting(waiting -> waiting.op().group())
        .hasSize(3)
        .allSatisfy(group -> assertThat(opsOf(group)).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void endsOfLinesFromAnotherSystemAreAccepted() throws IOException {
    Desk.newMemo(anna, "one");
    Path file = export(anna, "a.json");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(read(ben, file)).isEqualTo(new WorkspaceFile.Imported(1, 1));
  }

  @Test
  void aFileCutOffAnywhereIsRefusedAndNothingIsSaved() throws IOException {
    Desk.newMemo(anna, "one");
    Desk.newMemo(anna, "two");
    byte[] whole = Files.readAllBytes(export(anna, "a.json"));
    Path cut = folder.resolve("cut.json");
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThat(read(ben, cut)).as("%d bytes", length).isInstanceOf(WorkspaceFile.Refused.class);
    }
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void aBrokenLineIsRefusedWithItsNumberAndNothingIsSaved() throws IOException {
    Path file = file(memo(ID, "sound"), memo(LATER_ID, "x").replace("\"x\"", "7"));

    assertThat(read(ben, file))
        .isInstanceOfSatisfying(
            WorkspaceFile.Refused.class,
            refused -> {
              assertThat(refused.line()).isEqualTo(3);
              assertThat(refused.code()).isEqualTo("EXP-01");
              assertThat(refused.sentence())
                  .startsWith("Nothing was imported. Line 3 ")
                  .contains("notes must be a text");
            });
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  /** Such a file is no transcript, and the person is told what it is. */
  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "  ", "\n"})
  void whatAnEditorPutInFrontLeavesItAnExportThatIsRefused(String before) throws IOException {
    Path file = text(before + ExportReader.HEAD.replace(":", ": ") + "\n]}\n");

    assertThat(WorkspaceFile.isOne(file)).isTrue();
    assertThat(refusedLine(file)).isPositive();
  }

  @Test
  void anotherVersionIsAnExportButIsRefused() throws IOException {
    Path file = text(ExportReader.HEAD.replace("\"version\":1", "\"version\":2") + "\n]}\n");

    assertThat(WorkspaceFile.isOne(file)).isTrue();
    assertThat(refusedLine(file)).isEqualTo(1);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirLine() throws IOException {
    byte[] bytes = Files.readAllBytes(file(memo(ID, "one"), memo(LATER_ID, "täo")));
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('Ã')] = (byte) 0xE4;
    Path file = Files.write(folder.resolve("a.json"), bytes);

    assertThat(refusedLine(file)).isEqualTo(3);
    assertThat(ben.ledger().store().lastOpNo()).isZero();
  }

  @Test
  void anIdThatNamesAnotherRecordHereIsRefused() throws IOException {
    ben.samples().open();
    String sample = ben.samples().interviews().getFirst().toString();
    RecordId memo = Desk.newMemo(ben, "mine");
    long before = ben.ledger().store().lastOpNo();

    assertThat(refusedLine(file(memo(sample, "x")))).isEqualTo(2);
    assertThat(refusedLine(file(memo(memo.toString(), "x").replace("memo", "study")))).isEqualTo(2);
    assertThat(ben.ledger().store().lastOpNo()).isEqualTo(before);
  }

  @Test
  void anExportReplacesAnOlderOneAndLeavesNothingBeside() throws IOException {
    Desk.newMemo(anna, "one");
    Path file = Files.writeString(folder.resolve("a.json"), "old");

    anna.export(file);

    assertThat(Files.readString(file)).contains("one").doesNotContain("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void wordsHeldBackAreLeftAloneWhenTheExportIsReadInAgain() throws IOException {
    RecordId who = save("participant", Map.of("pseudonym", "P-07"));
    RecordId talk =
        save(
            "interview",
            Map.of("title", "First look", "participant", who.toString(), "surprise", "the price"));
    RecordId notes = save("memo", Map.of("interview", talk.toString(), "notes", "hesitates"));
    Desk.save(
        anna,
        new Consents(anna.ledger().store())
            .set(who, Optional.empty(), Map.of("quote", Value.text("refused"))));
    Path file = export(anna, "held.json");
    assertThat(Files.readString(file))
        .contains("First look", "\"withheld\":[\"followUp\",\"nextQuestion\",\"surprise\"]")
        .doesNotContain("the price", "hesitates");
    long before = anna.ledger().store().lastOpNo();

    assertThat(read(anna, file)).isEqualTo(new WorkspaceFile.Imported(3, 0));
    assertThat(anna.ledger().store().lastOpNo()).isEqualTo(before);
    Desk.save(anna, new Draft.Set(talk, "interview", Map.of("title", Value.text("Another title"))));
    assertThat(read(anna, file)).isEqualTo(new WorkspaceFile.Imported(3, 1));
    var fields = anna.ledger().store().find(talk).orElseThrow().fields();
    assertThat(fields)
        .containsEntry("surprise", Value.text("the price"))
        .containsEntry("title", Value.text("First look"));
    assertThat(Desk.notes(anna, notes)).isEqualTo("hesitates");
  }

  @Test
  void fieldThatIsHeldBackAndThereIsNoRecord() throws IOException {
    String line = memo(anna.ledger().newRecord().toString(), "x");
    assertThat(read(ben, file(withheld(line, "[\"other\"]"))))
        .isEqualTo(new WorkspaceFile.Imported(1, 1));
    assertThat(refusedLine(file(withheld(line, "[\"notes\"]")))).isEqualTo(2);
    assertThat(refusedLine(file(withheld(line, "\"other\"")))).isEqualTo(2);
    assertThat(refusedLine(file(withheld(line, "[7]")))).isEqualTo(2);
  }

  private static String withheld(String line, String names) {
    return line.substring(0, line.length() - 1) + ",\"withheld\":" + names + "}";
  }

  private RecordId save(String kind, Map<String, String> texts) {
    return Desk.make(anna, kind, texts);
  }

  private void importMeeting(ClientWiring desk, int turns) throws IOException {
    String list =
        IntStream.range(0, turns)
            .mapToObj(WorkspaceFileTest::turn)
            .collect(Collectors.joining(",\n", "{\"meeting_transcripts\":[", "]}"));
    Path file = Files.writeString(folder.resolve("Kick-off.json"), list);
    assertThat(
            desk.transcripts()
                .importFile(file, Optional.empty(), LocalDate.of(2026, 11, 9), ReadProgress.NONE))
        .isInstanceOf(ImportResult.Imported.class);
  }

  private static String turn(int i) {
    return "{\"speaker\":\"%s\",\"content\":\"turn %s — \\\"so\\\"\"}".formatted(i % 3, i);
  }

  private Path export(ClientWiring desk, String name) throws IOException {
    Path file = folder.resolve(name);
    desk.export(file);
    return file;
  }

  private static WorkspaceFile.Result read(ClientWiring desk, Path file) throws IOException {
    return WorkspaceFile.read(desk.ledger(), file);
  }

  private int refusedLine(Path file) throws IOException {
    assertThat(read(ben, file)).isInstanceOf(WorkspaceFile.Refused.class);
    return ((WorkspaceFile.Refused) read(ben, file)).line();
  }

  private static boolean isTrashed(ClientWiring desk, RecordId id) {
    return desk.ledger().store().find(id).orElseThrow().trashed();
  }

  private List<Waiting> opsOf(GroupId group) {
    return ben.ledger().store().toPush(10).stream()
        .filter(waiting -> waiting.op().group().equals(group))
        .toList();
  }

  private static String memo(String id, String notes) {
    return "{\"fields\":{\"notes\":\"%s\"},\"id\":\"%s\",\"kind\":\"memo\",\"trashed\":false}"
        .formatted(notes, id);
  }

  private Path file(String... lines) throws IOException {
    return text(ExportReader.HEAD + "\n" + String.join(",\n", lines) + "\n]}\n");
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("own.json"), text);
  }
}
