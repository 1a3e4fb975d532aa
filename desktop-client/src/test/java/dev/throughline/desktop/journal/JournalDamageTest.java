package dev.throughline.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.journal.JournalEntry.Recorded;
import dev.throughline.desktop.journal.JournalEntry.Started;
import dev.throughline.model.sync.Op;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalDamageTest extends JournalFixture {
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
}
