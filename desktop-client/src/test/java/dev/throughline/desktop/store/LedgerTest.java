package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String SECRET = "the participant lowers her voice";

  @TempDir Path folder;

  private Path profile() {
    return folder.resolve("anna");
  }

  @Test
  void savedWorkIsThereAfterReopening() {
    RecordId memo;
    try (ClientWiring desk = Desk.open(profile())) {
      memo = Desk.newMemo(desk, "one");
      Desk.type(desk, memo, "one", "one two");
    }
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(Desk.notes(desk, memo)).isEqualTo("one two");
    }
  }

  @Test
  void storeIsRebuiltFromTheJournalAlone() throws IOException {
    RecordId memo;
    try (ClientWiring desk = Desk.open(profile())) {
      memo = Desk.newMemo(desk, "one");
      Desk.type(desk, memo, "one", "one two");
      Desk.type(desk, memo, "one two", "one two three");
    }
    deleteStore();
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.isRebuilt()).isTrue();
      assertThat(Desk.notes(desk, memo)).isEqualTo("one two three");
    }
  }

  @Test
  void damagedStoreIsSetAsideAndRebuilt() throws IOException {
    RecordId memo;
    try (ClientWiring desk = Desk.open(profile())) {
      memo = Desk.newMemo(desk, "kept");
    }
    Files.writeString(LocalStore.file(profile()).resolveSibling("local.mv.db"), "not a database");
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.isRebuilt()).isTrue();
      assertThat(Desk.notes(desk, memo)).isEqualTo("kept");
    }
  }

  @Test
  void unsentTypingFoldsIntoOneOperation() {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "a");
      Desk.type(desk, memo, "a", "ab");
      Desk.type(desk, memo, "ab", "abc");
      assertThat(desk.ledger().store().toPush(10)).hasSize(1);
    }
  }

  @Test
  void aPointerIsSentAfterWhatItPointsTo() {
    try (ClientWiring anna = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(anna, "notes");
      RecordId interview = anna.ledger().newRecord();
      Desk.save(anna, new Draft.Set(interview, "interview", Map.of("title", Value.text("I"))));
      Value pointer = Value.text(interview.toString());
      Desk.save(anna, new Draft.Set(memo, "memo", Map.of("interview", pointer)));
      assertThat(anna.ledger().store().toPush(10))
          .extracting(waiting -> waiting.op().record())
          .containsExactly(memo, interview, memo);
    }
  }

  @Test
  void typingAfterASendIsAnOperationOfItsOwn() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "a");
      long sent = desk.ledger().store().toPush(10).getFirst().op().opNo();
      desk.ledger().sent(List.of(sent));
      Desk.type(desk, memo, "a", "ab");
      Desk.type(desk, memo, "ab", "abc");
      assertThat(desk.ledger().store().toPush(10)).hasSize(2);
      assertThat(Desk.notes(desk, memo)).isEqualTo("abc");
    }
  }

  @Test
  void answeredWorkStaysVisibleUntilThePullBringsIt() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "mine");
      Ledger ledger = desk.ledger();
      long opNo = ledger.store().toPush(10).getFirst().op().opNo();
      ledger.joined(server(), "Team");
      ledger.sent(List.of(opNo));
      ledger.answered(List.of(new OpOutcome(opNo, new Outcome.Applied(7))));
      assertThat(Desk.notes(desk, memo)).isEqualTo("mine");
      assertThat(ledger.store().counts().waiting()).isZero();
      ledger.store().apply(pull(memo, 0, 7, "mine and theirs"));
      assertThat(Desk.notes(desk, memo)).isEqualTo("mine and theirs");
      assertThat(ledger.store().find(memo).orElseThrow().waiting()).isZero();
    }
  }

  @Test
  void pulledTextAndUnsentTypingAreBothShown() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      Ledger ledger = desk.ledger();
      ledger.joined(server(), "Team");
      RecordId memo = ledger.newRecord();
      ledger.store().apply(pull(memo, 0, 1, "one two three"));
      Desk.type(desk, memo, "one two three", "one two three four");
      ledger.store().apply(pull(memo, 1, 2, "zero one two three"));
      assertThat(Desk.notes(desk, memo)).isEqualTo("zero one two three four");
      Desk.type(desk, memo, "one two three four", "one two three four five");
      assertThat(Desk.notes(desk, memo)).contains("zero", "five");
    }
  }

  @Test
  void joiningMovesUnsentWorkWithoutChangingIds() throws Exception {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "mine");
      desk.ledger().joined(server(), "Team");
      assertThat(desk.ledger().store().home()).isEqualTo(server());
      assertThat(desk.ledger().store().toPush(10))
          .extracting(waiting -> waiting.op().record())
          .containsExactly(memo);
      assertThat(desk.ledger().store().find(memo).orElseThrow().workspace()).isEqualTo(server());
    }
  }

  @Test
  void rebuildAfterSyncNeedsOnlyJournalAndServer() throws Exception {
    RecordId memo;
    try (ClientWiring desk = Desk.open(profile())) {
      Ledger ledger = desk.ledger();
      memo = Desk.newMemo(desk, "first");
      long opNo = ledger.store().toPush(10).getFirst().op().opNo();
      ledger.joined(server(), "Team");
      ledger.sent(List.of(opNo));
      ledger.answered(List.of(new OpOutcome(opNo, new Outcome.Applied(1))));
      ledger.store().apply(pull(memo, 0, 1, "first"));
      Desk.type(desk, memo, "first", "first second");
    }
    deleteStore();
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(Desk.notes(desk, memo)).isEqualTo("first second");
      assertThat(desk.ledger().store().toPush(10)).hasSize(1);
      desk.ledger().store().apply(pull(memo, 0, 1, "first"));
      assertThat(Desk.notes(desk, memo)).isEqualTo("first second");
    }
  }

  @Test
  void nothingTypedStandsInPlainInTheProfile() throws IOException {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, SECRET);
      Desk.type(desk, memo, SECRET, SECRET + " twice");
    }
    byte[] needle = "lowers her voice".getBytes(StandardCharsets.UTF_8);
    byte[] wide = "lowers her voice".getBytes(StandardCharsets.UTF_16LE);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(holds(bytes, needle) || holds(bytes, wide)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void aLostJournalLeavesTheStoreAlone() throws IOException {
    RecordId memo;
    try (ClientWiring desk = Desk.open(profile())) {
      memo = Desk.newMemo(desk, "only in the store");
    }
    try (Stream<Path> files = Files.list(profile().resolve("journal"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(Desk.notes(desk, memo)).isEqualTo("only in the store");
      assertThat(desk.ledger().store().toPush(10)).hasSize(1);
      Desk.type(desk, memo, "only in the store", "only in the store and typed on");
    }
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(Desk.notes(desk, memo)).isEqualTo("only in the store and typed on");
    }
  }

  @Test
  void moreRecordsThanAPageAreFoundAtOnce() {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "one of many");
      List<RecordId> many = new java.util.ArrayList<>(List.of(memo));
      while (many.size() <= 2 * LocalStore.PAGE_MAX) {
        many.add(desk.ledger().newRecord());
      }
      assertThat(desk.ledger().store().findAll(many)).containsOnlyKeys(memo);
    }
  }

  @Test
  void changesOfNothingMakeNoOperation() {
    try (ClientWiring desk = Desk.open(profile())) {
      RecordId memo = Desk.newMemo(desk, "same");
      long before = desk.ledger().store().lastOpNo();
      Desk.save(desk, new Draft.Set(memo, "memo", Map.of("notes", Value.text("same"))));
      Desk.type(desk, memo, "same", "same");
      assertThat(desk.ledger().store().lastOpNo()).isEqualTo(before);
    }
  }

  private static boolean holds(byte[] bytes, byte[] needle) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(needle, StandardCharsets.ISO_8859_1));
  }

  private void deleteStore() throws IOException {
    Files.delete(LocalStore.file(profile()).resolveSibling("local.mv.db"));
  }

  private static WorkspaceId server() {
    return WorkspaceId.of("01900000-0000-7000-8000-00000000000a");
  }

  private static PullAnswer pull(RecordId memo, long from, long to, String notes) {
    Change change =
        new Change(
            to,
            memo,
            "memo",
            false,
            new TreeMap<>(Map.of("notes", Value.text(notes))),
            "B",
            "b",
            1);
    return new PullAnswer(from, new Cursor(server(), "epoch", to, "cd"), to, List.of(change));
  }
}
