package dev.throughline.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.JournalEntry.Answered;
import dev.throughline.desktop.journal.JournalEntry.Dropped;
import dev.throughline.desktop.journal.JournalEntry.Identity;
import dev.throughline.desktop.journal.JournalEntry.Joined;
import dev.throughline.desktop.journal.JournalEntry.Recorded;
import dev.throughline.desktop.journal.JournalEntry.Sent;
import dev.throughline.desktop.journal.JournalEntry.Started;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String SECRET = "she hides the invoice from him";
  private static final WorkspaceId HOME = new WorkspaceId(new UUID(7, 1));

  @TempDir Path folder;
  private ProfileKey key;

  @BeforeEach
  void makeKey() {
    key = newKey("anna");
  }

  @Test
  void entriesOfEveryKindComeBackInOrderAfterReopening() throws Exception {
    List<JournalEntry> entries =
        List.of(
            new Identity(new DeviceId(new UUID(7, 2)), HOME),
            new Started(1),
            recorded(1, "one"),
            new Sent(List.of(1L)),
            new Answered(List.of(new OpOutcome(1, new Outcome.Applied(9)))),
            new Joined(new WorkspaceId(new UUID(7, 3)), "Team"),
            new Dropped(HOME));
    JournalPosition end;
    try (Journal journal = open()) {
      assertThat(journal.isEmpty()).isTrue();
      for (JournalEntry entry : entries) {
        journal.append(entry);
      }
      end = journal.end();
      assertThat(read(journal)).isEqualTo(entries);
    }
    try (Journal journal = open()) {
      assertThat(read(journal)).isEqualTo(entries);
      assertThat(journal.end()).isEqualTo(end);
      assertThat(journal.isEmpty()).isFalse();
      assertThat(journal.damagedFrames()).isZero();
    }
  }

  @Test
  void readingGoesOnAfterAnyPosition() throws Exception {
    try (Journal journal = open()) {
      List<JournalPosition> ends = appendStarts(journal, 5);
      for (int i = 0; i < 5; i++) {
        assertThat(read(journal, ends.get(i))).isEqualTo(starts(i + 2, 5));
      }
    }
  }

  @Test
  void aTailTornAtAnyByteLosesOnlyTheLastEntry() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = trimmed(ends.get(4));
    int from = (int) ends.get(3).offset();
    for (int cut = from; cut < ends.get(4).offset(); cut++) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, cut, torn.length, (byte) 0);
      expectFourAndRoomForMore("zeros from byte " + cut, torn);
      expect("end at byte " + cut, Arrays.copyOf(whole, cut), starts(1, 4));
    }
  }

  @Test
  void aTailOfGarbageLosesOnlyTheLastEntry() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = trimmed(ends.get(4));
    SecureRandom random = new SecureRandom();
    for (int start = (int) ends.get(3).offset(); start < ends.get(4).offset(); start += 3) {
      byte[] torn = whole.clone();
      byte[] garbage = new byte[(int) ends.get(4).offset() + 100 - start];
      random.nextBytes(garbage);
      System.arraycopy(garbage, 0, torn, start, garbage.length);
      expectFourAndRoomForMore("garbage from byte " + start, torn);
    }
  }

  @Test
  void whatATornTailHeldIsKeptBeside() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = Files.readAllBytes(segment(1));
    int from = (int) ends.get(3).offset();
    whole[from + 20] ^= 1;
    Files.write(segment(1), whole);

    open().close();

    Path kept = folder.resolve("journal").resolve("torn-1-" + from + ".jlog.bad");
    assertThat(kept).hasBinaryContent(Arrays.copyOfRange(whole, from, (int) ends.get(4).offset()));
  }

  @Test
  void aFlippedByteInTheMiddleLosesOnlyThatEntryAndIsCounted() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = trimmed(ends.get(4));
    for (int at = (int) ends.get(1).offset(); at < ends.get(2).offset(); at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(segment(1), damaged);
      try (Journal journal = open()) {
        assertThat(read(journal))
            .as("byte %d", at)
            .containsExactly(new Started(1), new Started(2), new Started(4), new Started(5));
        assertThat(journal.damagedFrames()).as("byte %d", at).isEqualTo(1);
        assertThat(journal.end()).isEqualTo(ends.get(4));
        journal.append(new Started(6));
      }
    }
  }

  @Test
  void twoDamagedNeighboursAreCountedAsTwo() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] damaged = Files.readAllBytes(segment(1));
    damaged[(int) ends.get(0).offset() + 30] ^= 1;
    damaged[(int) ends.get(1).offset() + 30] ^= 1;
    Files.write(segment(1), damaged);
    try (Journal journal = open()) {
      assertThat(read(journal)).containsExactly(new Started(1), new Started(4), new Started(5));
      assertThat(journal.damagedFrames()).isEqualTo(2);
    }
  }

  @Test
  void framesCannotBeMovedSwappedOrRepeated() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = Files.readAllBytes(segment(1));
    int second = (int) ends.get(0).offset();
    int third = (int) ends.get(1).offset();
    int length = third - second;
    byte[] swapped = whole.clone();
    System.arraycopy(whole, third, swapped, second, length);
    System.arraycopy(whole, second, swapped, third, length);
    Files.write(segment(1), swapped);
    try (Journal journal = open()) {
      assertThat(read(journal)).containsExactly(new Started(1), new Started(4), new Started(5));
    }
    byte[] repeated = whole.clone();
    int end = (int) ends.get(4).offset();
    System.arraycopy(whole, second, repeated, end, length);
    expect("repeated at the end", repeated, starts(1, 5));
  }

  @Test
  void framesOfOneSegmentAreNoneInAnother() throws Exception {
    journalOfFive();
    Files.move(segment(1), segment(2));
    try (Journal journal = open()) {
      assertThat(read(journal)).isEmpty();
    }
  }

  @Test
  void anotherKeyReadsNothingAndChangesNothing() throws Exception {
    journalOfFive();
    byte[] before = Files.readAllBytes(segment(1));
    ProfileKey other = newKey("ben");

    assertThatThrownBy(() -> Journal.open(folder.resolve("journal"), other, new SecureRandom()))
        .isInstanceOf(JournalException.class)
        .hasRootCauseMessage("the journal is sealed under another key");

    assertThat(Files.readAllBytes(segment(1))).isEqualTo(before);
    expect("its own key", before, starts(1, 5));
  }

  @Test
  void aDamagedHeaderDoesNotHideTheEntries() throws Exception {
    List<JournalPosition> ends = journalOfFive();
    byte[] whole = trimmed(ends.get(4));
    for (int at = 0; at < Segment.HEADER_BYTES; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      expect("header byte " + at, damaged, starts(1, 5));
    }
  }

  @Test
  void entriesRunOnOverManySegments() throws Exception {
    try (Journal journal = openSmall()) {
      appendStarts(journal, 40);
      assertThat(read(journal)).isEqualTo(starts(1, 40));
      assertThat(journal.end().segment()).isGreaterThan(8);
    }
    try (Journal journal = openSmall()) {
      JournalPosition before = journal.end();
      JournalPosition next = journal.append(new Started(41));
      assertThat(next).isGreaterThan(before).isEqualTo(journal.end());
      assertThat(read(journal)).isEqualTo(starts(1, 41));
      assertThat(read(journal, before)).containsExactly(new Started(41));
    }
  }

  @Test
  void damageAtTheEndOfAnEarlierSegmentIsCounted() throws Exception {
    JournalPosition inFirst = JournalPosition.START;
    try (Journal journal = openSmall()) {
      for (JournalPosition end : appendStarts(journal, 12)) {
        inFirst = end.segment() == 1 ? end : inFirst;
      }
    }
    byte[] damaged = Files.readAllBytes(segment(1));
    damaged[(int) inFirst.offset() - 1] ^= 1;
    Files.write(segment(1), damaged);
    try (Journal journal = openSmall()) {
      assertThat(read(journal)).hasSize(11).endsWith(new Started(12));
      assertThat(journal.damagedFrames()).isEqualTo(1);
    }
  }

  @Test
  void damageInASegmentThatOpeningDoesNotReadIsFoundByTheCheck() throws Exception {
    try (Journal journal = openSmall()) {
      appendStarts(journal, 12);
    }
    byte[] damaged = Files.readAllBytes(segment(1));
    damaged[Segment.HEADER_BYTES + 20] ^= 1;
    Files.write(segment(1), damaged);
    try (Journal journal = openSmall()) {
      assertThat(journal.isWhole()).isTrue();
      journal.check();
      assertThat(journal.isWhole()).isFalse();
    }
  }

  @Test
  void aMissingSegmentIsFoundByOpening() throws Exception {
    try (Journal journal = openSmall()) {
      appendStarts(journal, 12);
    }
    Files.delete(segment(2));
    try (Journal journal = openSmall()) {
      assertThat(journal.isWhole()).isFalse();
    }
  }

  @Test
  void aJournalBegunAnewHoldsWhatItWasGivenAndKeepsTheOldFilesBeside() throws Exception {
    byte[] old;
    try (Journal journal = openSmall()) {
      appendStarts(journal, 12);
      old = Files.readAllBytes(segment(1));
      JournalPosition before = journal.end();
      journal.beginAnew(before, starts(101, 112).iterator());
      assertThat(journal.end()).isGreaterThan(before);
      journal.append(new Started(113));
    }
    try (Journal journal = openSmall()) {
      assertThat(journal.isWhole()).isTrue();
      assertThat(read(journal)).isEqualTo(starts(101, 113));
      assertThat(journal.damagedFrames()).isZero();
    }
    assertThat(folder.resolve("journal").resolve("replaced-1.jlog.bad")).hasBinaryContent(old);
  }

  @Test
  void aJournalThatCannotBeBegunAnewGoesOnAsItWas() throws Exception {
    String large = "x".repeat(1 << 20);
    List<Op> ops = LongStream.rangeClosed(1, 49).mapToObj(no -> op(no, large)).toList();
    List<JournalEntry> tooLarge = List.of(new Started(7), new Recorded(HOME, ops));
    try (Journal journal = openSmall()) {
      appendStarts(journal, 5);
      JournalPosition end = journal.end();
      assertThatThrownBy(() -> journal.beginAnew(end, tooLarge.iterator()))
          .isInstanceOf(JournalException.class);
      assertThat(journal.end()).isEqualTo(end);
      journal.append(new Started(6));
    }
    try (Journal journal = openSmall()) {
      assertThat(journal.isWhole()).isTrue();
      assertThat(read(journal)).isEqualTo(starts(1, 6));
    }
  }

  @Test
  void anEntryThatIsTooLargeIsRefusedAndTheJournalGoesOn() throws Exception {
    try (Journal journal = open()) {
      JournalPosition before = journal.end();
      String text = "x".repeat(1 << 20);
      List<Op> ops = LongStream.rangeClosed(1, 49).mapToObj(no -> op(no, text)).toList();

      assertThatThrownBy(() -> journal.append(new Recorded(HOME, ops)))
          .isInstanceOf(JournalException.class);

      assertThat(journal.end()).isEqualTo(before);
      journal.append(new Started(1));
      assertThat(read(journal)).containsExactly(new Started(1));
    }
  }

  @Test
  void nothingStandsInPlain() throws Exception {
    try (Journal journal = openSmall()) {
      for (int i = 1; i < 10; i++) {
        journal.append(recorded(i, SECRET));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain("invoice", "recorded", "notes", "i\0n\0v\0o\0i\0c\0e");
      }
    }
  }

  private void expectFourAndRoomForMore(String story, byte[] content) throws Exception {
    expect(story, content, starts(1, 4));
    try (Journal journal = open()) {
      assertThat(journal.damagedFrames()).as(story).isZero();
      journal.append(recorded(1, "after"));
      journal.append(new Started(6));
    }
    try (Journal journal = open()) {
      assertThat(read(journal))
          .as(story)
          .hasSize(6)
          .startsWith(starts(1, 4).toArray(JournalEntry[]::new))
          .endsWith(recorded(1, "after"), new Started(6));
    }
  }

  private void expect(String story, byte[] content, List<JournalEntry> entries) throws Exception {
    Files.write(segment(1), content);
    try (Journal journal = open()) {
      assertThat(read(journal)).as(story).isEqualTo(entries);
    }
  }

  private List<JournalPosition> journalOfFive() throws JournalException {
    try (Journal journal = open()) {
      return appendStarts(journal, 5);
    }
  }

  /** The first segment without most of the space allocated ahead, so that tests stay quick. */
  private byte[] trimmed(JournalPosition end) throws IOException {
    return Arrays.copyOf(Files.readAllBytes(segment(1)), (int) end.offset() + 200);
  }

  private static List<JournalPosition> appendStarts(Journal journal, int count)
      throws JournalException {
    List<JournalPosition> ends = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ends.add(journal.append(new Started(i)));
    }
    return ends;
  }

  private static List<JournalEntry> starts(int from, int to) {
    return LongStream.rangeClosed(from, to).<JournalEntry>mapToObj(Started::new).toList();
  }

  private static JournalEntry recorded(long opNo, String notes) {
    return new Recorded(HOME, List.of(op(opNo, notes)));
  }

  private static Op op(long opNo, String notes) {
    return new Op(
        new OpId(new UUID(1, opNo)),
        opNo,
        new GroupId(new UUID(2, opNo)),
        new Hlc(1_000 + opNo, 0),
        new RecordId(new UUID(3, 1)),
        "memo",
        Action.EDIT,
        0,
        new TreeMap<>(Map.of("notes", FieldChange.put(Value.text(notes)))));
  }

  private static List<JournalEntry> read(Journal journal) throws JournalException {
    return read(journal, JournalPosition.START);
  }

  private static List<JournalEntry> read(Journal journal, JournalPosition after)
      throws JournalException {
    List<JournalEntry> entries = new ArrayList<>();
    journal.read(after, (entry, _) -> entries.add(entry));
    return entries;
  }

  private Journal open() throws JournalException {
    return Journal.open(folder.resolve("journal"), key, new SecureRandom());
  }

  private Journal openSmall() throws JournalException {
    return Journal.open(new SystemDisk(), folder.resolve("journal"), key, new SecureRandom(), 200);
  }

  private Path segment(long number) {
    return Segment.file(folder.resolve("journal"), number);
  }

  private ProfileKey newKey(String name) {
    try {
      return switch (Profile.open(
          folder.resolve(name),
          KeyVaults.ofFiles(folder.resolve(name + "-keys")),
          UUID::randomUUID,
          new SecureRandom())) {
        case Profile.Opened(Profile profile) -> {
          profile.close();
          yield profile.key();
        }
        case Profile.NeedsRecoveryCode _ -> throw new AssertionError("the key should be here");
      };
    } catch (UserError e) {
      throw new AssertionError(e.shown(), e);
    }
  }
}
