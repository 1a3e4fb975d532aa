package dev.throughline.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.journal.JournalEntry.Answered;
import dev.throughline.desktop.journal.JournalEntry.Dropped;
import dev.throughline.desktop.journal.JournalEntry.Identity;
import dev.throughline.desktop.journal.JournalEntry.Joined;
import dev.throughline.desktop.journal.JournalEntry.Recorded;
import dev.throughline.desktop.journal.JournalEntry.Sent;
import dev.throughline.desktop.journal.JournalEntry.Started;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalTest extends JournalFixture {
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
      // One sealed entry in 256 ends in a zero of its own, and loses nothing by another.
      if (!Arrays.equals(torn, whole)) {
        expectFourAndRoomForMore("zeros from byte " + cut, torn);
      }
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
  void anotherKeyReadsNothingAndChangesNothing() throws Exception {
    journalOfFive();
    byte[] before = Files.readAllBytes(segment(1));
    ProfileKey other = newKey("ben");

    assertThatThrownBy(
            () ->
                Journal.open(
                    new SystemDisk(), folder.resolve("journal"), other, new SecureRandom()))
        .isInstanceOf(JournalException.class)
        .hasRootCauseMessage("the journal is sealed under another key");

    assertThat(Files.readAllBytes(segment(1))).isEqualTo(before);
    expect("its own key", before, starts(1, 5));
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
}
