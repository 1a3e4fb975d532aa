package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.sync.TextDiff.Fate;
import dev.throughline.model.sync.TextDiff.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static String without(List<Piece> pieces, Fate fate) {
    return pieces.stream()
        .filter(piece -> piece.fate() != fate)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  @Test
  void piecesAreBothTextsWovenTogether() {
    String before = "Nine of eleven people looked first.\nThen they laughed.";
    String after = "Ten of twelve people looked first.\nThen they left, and laughed.";
    List<Piece> pieces = TextDiff.of(before, after);
    assertThat(without(pieces, Fate.ADDED)).isEqualTo(before);
    assertThat(without(pieces, Fate.REMOVED)).isEqualTo(after);
    assertThat(pieces).startsWith(new Piece(Fate.REMOVED, "Nine"), new Piece(Fate.ADDED, "Ten"));
  }

  @Test
  void wordsChangedSideBySideAreOnePiece() {
    assertThat(TextDiff.of("a saving they can check", "a price we can check"))
        .containsExactly(
            new Piece(Fate.SAME, "a "),
            new Piece(Fate.REMOVED, "saving they"),
            new Piece(Fate.ADDED, "price we"),
            new Piece(Fate.SAME, " can check"));
  }

  @Test
  void equalTextsHaveNoDifferenceAndEmptyOnesNoPiece() {
    assertThat(TextDiff.of("same", "same")).containsExactly(new Piece(Fate.SAME, "same"));
    assertThat(TextDiff.of("", "")).isEmpty();
    assertThat(TextDiff.of("", "new")).containsExactly(new Piece(Fate.ADDED, "new"));
  }

  @Test
  void oneWordInALongTextIsTheOnlyDifference() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 500_000; i++) {
      text.append("Person ").append(i).append(" read the letter twice. ");
    }
    String before = text.toString();
    String after =
        before
            .replace("Person 700 read the letter", "Person 700 tore the letter")
            .replace("Person 9000 read", "Person 9000 hid");
    assertThat(TextDiff.of(before, after))
        .filteredOn(piece -> piece.fate() != Fate.SAME)
        .containsExactly(
            new Piece(Fate.REMOVED, "read"),
            new Piece(Fate.ADDED, "tore"),
            new Piece(Fate.REMOVED, "read"),
            new Piece(Fate.ADDED, "hid"));
    assertThat(without(TextDiff.of(before, after), Fate.REMOVED)).isEqualTo(after);
  }

  @Test
  void hugePassageWithoutSentencesIsReplacedBetweenItsEqualEnds() {
    String begin = "a ".repeat(80_000);
    String end = " z".repeat(80_000);
    assertThat(TextDiff.of(begin + "old" + end, begin + "new" + end))
        .containsExactly(
            new Piece(Fate.SAME, begin),
            new Piece(Fate.REMOVED, "old"),
            new Piece(Fate.ADDED, "new"),
            new Piece(Fate.SAME, end));
    assertThat(TextDiff.of(begin, begin + "b")).hasSize(2);
  }
}
