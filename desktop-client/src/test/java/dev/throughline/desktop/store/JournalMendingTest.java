package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalMendingTest {
  private static final WorkspaceId TEAM = WorkspaceId.of("01900000-0000-7000-8000-00000000000a");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23})
  void aSegmentTooShortToBeOneIsTreatedLikeADeletedOne(int bytes) throws IOException {
    List<RecordId> memos = memos(3);
    Files.write(segment(1), new byte[bytes]);

    assertMendedAndWhole(memos);
  }

  @Test
  void anEmptySegmentBehindAWholeJournalIsPutAside() throws IOException {
    List<RecordId> memos = memos(3);
    Files.write(segment(2), new byte[0]);

    assertMendedAndWhole(memos);
  }

  @Test
  void aDeletedJournalIsWrittenAnewFromTheStore() throws IOException {
    List<RecordId> memos = memos(3);
    Files.delete(segment(1));

    assertMendedAndWhole(memos);
  }

  @Test
  void everyDamagedByteIsToldAndMendedWhileTheStoreHoldsTheWork() throws IOException {
    List<RecordId> memos = memos(4);
    byte[] whole = Files.readAllBytes(segment(1));
    for (int at = 40; at < 900; at += 107) {
      Path copy = folder.resolve("copy" + at);
      copyProfile(copy);
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(copy.resolve("journal").resolve("000000001.jlog"), damaged);

      try (ClientWiring desk = open(copy)) {
        assertThat(desk.ledger().journalState()).as("byte %d", at).isEqualTo(JournalState.MENDED);
      }
      assertThat(copy.resolve("journal").resolve("replaced-1.jlog.bad")).hasBinaryContent(damaged);
      deleteStore(copy);
      try (ClientWiring desk = open(copy)) {
        assertThat(desk.ledger().journalState()).isEqualTo(JournalState.WHOLE);
        assertThat(notes(desk, memos)).as("byte %d", at).isEqualTo(notes(4));
      }
    }
  }

  @Test
  void howFarOperationsHaveComeIsWrittenAnewToo() throws Exception {
    RecordId memo;
    List<Waiting> before;
    long opNo;
    try (ClientWiring desk = open(profile())) {
      Ledger ledger = desk.ledger();
      memo = Desk.newMemo(desk, "one");
      RecordId kept = Desk.newMemo(desk, "kept aside");
      RecordId sent = Desk.newMemo(desk, "on its way");
      Desk.newMemo(desk, "waits");
      ledger.joined(TEAM, "Team");
      List<Long> numbers =
          List.of(numberOf(desk, memo), numberOf(desk, kept), numberOf(desk, sent));
      ledger.sent(numbers);
      ledger.answered(
          List.of(
              new OpOutcome(numbers.get(0), new Outcome.Applied(7)),
              new OpOutcome(
                  numbers.get(1), new Outcome.Parked(ParkReason.values()[0], "a detail"))));
      Desk.type(desk, memo, "one", "one two");
      before = ledger.store().unsettled(100);
      opNo = ledger.store().lastOpNo();
    }
    Files.delete(segment(1));
    open(profile()).close();
    deleteStore(profile());

    try (ClientWiring desk = open(profile())) {
      LocalStore store = desk.ledger().store();
      assertThat(store.home()).isEqualTo(TEAM);
      assertThat(store.joinedName()).contains("Team");
      assertThat(store.lastOpNo()).isEqualTo(opNo);
      assertThat(store.unsettled(100)).isEqualTo(before);
      assertThat(Desk.notes(desk, memo)).isEqualTo("one two");
      Desk.type(desk, memo, "one two", "one two three");
      assertThat(Desk.notes(desk, memo)).isEqualTo("one two three");
    }
  }

  @Test
  void damageWithoutAStoreIsToldAndTheRestIsKept() throws IOException {
    List<RecordId> memos = memos(4);
    damage(segment(1), 700);
    deleteStore(profile());

    try (ClientWiring desk = open(profile())) {
      assertThat(desk.ledger().journalState()).isEqualTo(JournalState.LOST);
      assertThat(notes(desk, memos)).hasSizeBetween(1, 3).isSubsetOf(notes(4));
    }
    assertThat(profile().resolve("journal").resolve("replaced-1.jlog.bad")).exists();
    try (ClientWiring desk = open(profile())) {
      assertThat(desk.ledger().journalState()).isEqualTo(JournalState.WHOLE);
    }
  }

  @Test
  void aJournalWhoseBeginningIsDamagedStillTellsWhoseItIs() throws IOException {
    List<RecordId> memos = memos(3);
    WorkspaceId home;
    try (ClientWiring desk = open(profile())) {
      home = desk.ledger().store().home();
    }
    damage(segment(1), 60);
    deleteStore(profile());

    try (ClientWiring desk = open(profile())) {
      assertThat(desk.ledger().journalState()).isEqualTo(JournalState.LOST);
      assertThat(desk.ledger().store().home()).isEqualTo(home);
      assertThat(desk.ledger().store().toPush(100)).hasSize(memos.size());
    }
  }

  @Test
  void typingBehindADamagedPlaceIsKeptEvenWithoutItsBase() throws IOException {
    RecordId memo;
    try (ClientWiring desk = open(profile())) {
      memo = Desk.newMemo(desk, "start ");
      Desk.type(desk, memo, "start ", "start alpha ");
      Desk.type(desk, memo, "start alpha ", "start alpha beta ");
      Desk.type(desk, memo, "start alpha beta ", "start alpha beta gamma");
    }
    byte[] whole = Files.readAllBytes(segment(1));
    int lossy = 0;
    for (int at = 60; at < 2_000; at += 97) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(segment(1), damaged);
      clearBeside();
      deleteStore(profile());
      try (ClientWiring desk = open(profile())) {
        boolean isThere = desk.ledger().store().find(memo).isPresent();
        String notes = isThere ? Desk.notes(desk, memo) : "";
        long lost =
            Stream.of("start", "alpha", "beta", "gamma").filter(w -> !notes.contains(w)).count();
        assertThat(lost).as("byte %d leaves %s", at, notes).isLessThanOrEqualTo(1);
        lossy += lost > 0 ? 1 : 0;
      }
    }
    assertThat(lossy).isPositive();
  }

  @Test
  void aProfileWhoseJournalAndStoreAreGoneSaysSoAndChangesNothing() throws IOException {
    memos(1);
    Files.delete(segment(1));
    deleteStore(profile());
    for (int start = 0; start < 2; start++) {
      assertThatThrownBy(() -> open(profile())).hasMessageContaining("PRO-09");
    }
  }

  @Test
  void aRenewalThatWasCutOffIsDoneAgain() throws IOException {
    List<RecordId> memos = memos(3);
    byte[] first = Files.readAllBytes(segment(1));
    damage(segment(1), 500);
    open(profile()).close();
    // As if the process had ended before the damaged segment was put aside.
    Files.write(segment(1), first);

    assertMendedAndWhole(memos);
  }

  private void assertMendedAndWhole(List<RecordId> memos) throws IOException {
    try (ClientWiring desk = open(profile())) {
      assertThat(desk.ledger().journalState()).isEqualTo(JournalState.MENDED);
      assertThat(notes(desk, memos)).isEqualTo(notes(memos.size()));
    }
    deleteStore(profile());
    try (ClientWiring desk = open(profile())) {
      assertThat(desk.ledger().journalState()).isEqualTo(JournalState.WHOLE);
      assertThat(notes(desk, memos)).isEqualTo(notes(memos.size()));
      assertThat(desk.ledger().store().toPush(100)).hasSize(memos.size());
    }
  }

  private List<RecordId> memos(int count) {
    List<RecordId> memos = new ArrayList<>();
    try (ClientWiring desk = open(profile())) {
      notes(count).forEach(text -> memos.add(Desk.newMemo(desk, text)));
    }
    return memos;
  }

  private static List<String> notes(int count) {
    return Stream.iterate(1, i -> i + 1).limit(count).map(i -> "note " + i).toList();
  }

  private static List<String> notes(ClientWiring desk, List<RecordId> memos) {
    return memos.stream()
        .filter(memo -> desk.ledger().store().find(memo).isPresent())
        .map(memo -> Desk.notes(desk, memo))
        .toList();
  }

  private static long numberOf(ClientWiring desk, RecordId record) {
    return desk.ledger().store().unsettled(100).stream()
        .filter(waiting -> waiting.op().record().equals(record))
        .findFirst()
        .orElseThrow()
        .op()
        .opNo();
  }

  private static void damage(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private void copyProfile(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(profile())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(profile().relativize(file).toString()));
      }
    }
  }

  /** Takes away what an opening put beside, so that the next one finds one segment again. */
  private void clearBeside() throws IOException {
    try (Stream<Path> files = Files.list(profile().resolve("journal"))) {
      for (Path file : files.filter(one -> !one.equals(segment(1))).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void deleteStore(Path profile) throws IOException {
    try (Stream<Path> files = Files.list(profile.resolve("store"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private Path profile() {
    return folder.resolve("anna");
  }

  private Path segment(int number) {
    return profile().resolve("journal").resolve("00000000" + number + ".jlog");
  }

  private ClientWiring open(Path profile) {
    return Desk.open(profile, folder.resolve("keys"));
  }
}
