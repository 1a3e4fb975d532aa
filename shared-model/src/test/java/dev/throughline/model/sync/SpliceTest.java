package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpliceTest {
  @Test
  void betweenIsAsSmallAsItCanBe() {
    assertThat(Splice.between("one three", "one, three")).isEqualTo(new Splice(3, 0, ","));
  }

  @Test
  void applyingGivesTheOtherText() {
    for (String[] pair :
        new String[][] {{"", "a"}, {"aaa", "aa"}, {"abcabc", "abc"}, {"x", ""}, {"same", "same"}}) {
      assertThat(Splice.between(pair[0], pair[1]).apply(pair[0])).isEqualTo(pair[1]);
    }
  }

  @Test
  void surrogatePairsAreNeverSplit() {
    String before = "a\uD83D\uDE00b";
    String after = "a\uD83D\uDE01b";
    Splice splice = Splice.between(before, after);
    assertThat(splice).isEqualTo(new Splice(1, 2, "\uD83D\uDE01"));
    assertThat(splice.apply(before)).isEqualTo(after);
  }

  @Test
  void aSplicePastTheEndIsRefused() {
    assertThatThrownBy(() -> new Splice(2, 1, "x").apply("ab"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
