package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TextMergeTest {
  @Test
  void editsInDifferentPlacesAreBothThere() {
    TextMerge.Merged merged =
        TextMerge.merge("one two three", "zero one two three", "one two three four");
    assertThat(merged).isEqualTo(new TextMerge.Merged("zero one two three four", List.of()));
  }

  @Test
  void twoInsertionsAtOnePlaceStandOneAfterTheOther() {
    assertThat(TextMerge.merge("start", "start theirs", "start ours").text())
        .isEqualTo("start theirs ours");
  }

  @Test
  void insertionsThatTouchDoNotRunTogether() {
    assertThat(TextMerge.merge("", "theirs", "ours").text()).isEqualTo("theirs ours");
  }

  @Test
  void sameWordsChangedByBothStayAndAreNamed() {
    TextMerge.Merged merged = TextMerge.merge("the old price", "the new price", "the fair price");
    assertThat(merged.text()).isEqualTo("the new fair price");
    assertThat(merged.overlaps()).containsExactly(new TextMerge.Overlap("old", "new", "fair"));
  }

  @Test
  void anUntouchedSideGivesWay() {
    assertThat(TextMerge.merge("a b", "a b", "x").text()).isEqualTo("x");
    assertThat(TextMerge.merge("a b", "x", "a b").text()).isEqualTo("x");
    assertThat(TextMerge.merge("a b", "x", "x").text()).isEqualTo("x");
  }

  @Test
  void everyInsertedWordOfEitherSideSurvivesRandomEdits() {
    RandomGenerator random = new Random(20_261_123);
    for (int run = 0; run < 2_000; run++) {
      String base = words(random, "b", random.nextInt(30));
      String theirs = edited(random, base, "t" + run);
      String ours = edited(random, base, "o" + run);
      String merged = TextMerge.merge(base, theirs, ours).text();
      for (String word : inserted(theirs, "t")) {
        assertThat(merged).contains(word);
      }
      for (String word : inserted(ours, "o")) {
        assertThat(merged).contains(word);
      }
    }
  }

  private static List<String> inserted(String text, String prefix) {
    return Arrays.stream(text.split(" ")).filter(word -> word.startsWith(prefix)).toList();
  }

  private static String edited(RandomGenerator random, String text, String mark) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(words.size() + 1);
      if (random.nextBoolean() && at < words.size() && words.get(at).startsWith("b")) {
        words.remove(at);
      } else {
        words.add(at, mark + "x" + i);
      }
    }
    return String.join(" ", words);
  }

  private static String words(RandomGenerator random, String prefix, int count) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < count; i++) {
      text.append(' ').append(prefix).append(random.nextInt(12));
    }
    return text.toString();
  }
}
