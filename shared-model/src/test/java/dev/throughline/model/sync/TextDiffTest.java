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
  void hugeTextsAreToldAsReplaced() {
    String before = "a ".repeat(150_000);
    assertThat(TextDiff.of(before, before + "b")).hasSize(2);
  }
}
