package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  void halvesOfTwoTimesPricesAndDatesMakeNoThird() {
    TextMerge.Merged merged =
        TextMerge.merge(
            "Meet at 10:30, costs 1,500.00, on 2026-11-25",
            "Meet at 11:30, costs 1,600.00, on 2026-12-25",
            "Meet at 10:45, costs 1,500.50, on 2026-11-30");
    assertThat(merged.overlaps())
        .containsExactly(
            new TextMerge.Overlap("10:30", "11:30", "10:45"),
            new TextMerge.Overlap("1,500.00", "1,600.00", "1,500.50"),
            new TextMerge.Overlap("2026-11-25", "2026-12-25", "2026-11-30"));
  }

  @Test
  void aNumberAtTheEndOfASentenceLeavesTheSentenceItsFullStop() {
    assertThat(TextDiff.of("It took 3. Then 4.", "It took 5. Then 4."))
        .contains(new TextDiff.Piece(TextDiff.Fate.ADDED, "5"));
  }

  @Test
  void signsThatBelongToALetterStayWithIt() {
    TextMerge.Merged merged = TextMerge.merge("की बात", "का बात", "को बात");
    assertThat(merged).isEqualTo(textOf("का को बात", "की", "का", "को"));
  }

  @Test
  void aPictureOfSeveralCharactersIsOne() {
    String plain = "\uD83D\uDC4D";
    String light = plain + "\uD83C\uDFFB";
    String dark = plain + "\uD83C\uDFFD";
    assertThat(TextMerge.merge(plain, dark, light))
        .isEqualTo(textOf(dark + " " + light, plain, dark, light));
  }

  private static TextMerge.Merged textOf(String text, String base, String theirs, String ours) {
    return new TextMerge.Merged(text, List.of(new TextMerge.Overlap(base, theirs, ours)));
  }

  /** Compared repetition by repetition these would keep a processor for many minutes. */
  @Test
  @Timeout(60)
  void textsThatRepeatAFewWordsAreMerged() {
    RandomGenerator random = new Random(5);
    String theirs = repeating(random, "their");
    String merged =
        TextMerge.merge(repeating(random, "old"), theirs, repeating(random, "our")).text();
    assertThat(merged).contains(theirs.substring(theirs.length() - 20)).contains("our");
  }

  private static String repeating(RandomGenerator random, String end) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("w").append(random.nextInt(50)).append(i % 10 == 0 ? ". " : " ");
    }
    return text.append(end).toString();
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
