package dev.throughline.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Icon;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final List<Thing> THINGS =
      Stream.of(
              "New interview",
              "Tariff switching",
              "Interview with P-07",
              "Go to Library",
              "Überweisung prüfen",
              "Export everything")
          .map(RankingTest::thing)
          .toList();

  private static Thing thing(String title) {
    return Thing.to(Section.GO, Icon.SESSION, title, "Northlight", () -> {});
  }

  private static List<String> best(String typed) {
    return new Ranking(typed).best(THINGS, 3).stream().map(Thing::title).toList();
  }

  @Test
  void titleThatBeginsWithItGoesFirst() {
    assertThat(best("inter")).containsExactly("Interview with P-07", "New interview");
  }

  @Test
  void everyWordMustBeFoundInAnyOrder() {
    assertThat(best("interview new")).containsExactly("New interview");
    assertThat(best("interview old")).isEmpty();
  }

  @Test
  void initialsAreEnough() {
    assertThat(best("ni")).contains("New interview");
  }

  /** Some systems write an accent as a character of its own, after its letter. */
  @Test
  void accentsThatFollowTheirLetterAreFoundToo() {
    Thing apart = thing("Rene\u0301e Zoe\u0308 Muller");
    for (String typed : List.of("renee", "Ren\u00e9e", "Rene\u0301e", "zoe muller")) {
      assertThat(new Ranking(typed).best(List.of(apart), 3)).as(typed).containsExactly(apart);
    }
  }

  @Test
  void accentsAndCapitalsDoNotMatter() {
    assertThat(best("uberweisung PRUFEN")).containsExactly("Überweisung prüfen");
  }

  @Test
  void detailIsFoundToo() {
    assertThat(best("northlight tariff")).containsExactly("Tariff switching");
  }

  @Test
  void everyQuestionIsAnsweredAsAPlainLookAtTheTextWould() {
    Random random = new Random(5);
    String letters = "abcab012 -\u00e9\u4e16";
    for (int round = 0; round < 20_000; round++) {
      String title = drawn(random, letters, 9);
      String detail = drawn(random, letters, 5);
      String word = drawn(random, letters, 3).replace(" ", "");
      if (!word.isBlank()) {
        Thing thing = Thing.to(Section.GO, Icon.SESSION, title, detail, () -> {});
        boolean isThere =
            folded(title).contains(folded(word))
                || folded(detail).contains(folded(word))
                || (word.length() > 1 && initials(title).startsWith(folded(word)));
        assertThat(new Ranking(word).score(thing) > 0)
            .as("%s in %s, %s", word, title, detail)
            .isEqualTo(isThere);
        boolean isFirst = folded(title).startsWith(folded(word));
        boolean isStart = (" " + folded(title)).matches(".*[ -]" + folded(word) + ".*");
        assertThat(new Ranking(word).score(thing) >= (isFirst ? 500 : 200))
            .as("%s begins in %s, %s", word, title, detail)
            .isEqualTo(isFirst || isStart);
      }
    }
  }

  private static String drawn(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String folded(String text) {
    return text.replace('\u00e9', 'e');
  }

  private static String initials(String title) {
    return folded(title)
        .replaceAll("[^\\p{L}\\p{N}]*([\\p{L}\\p{N}])[\\p{L}\\p{N}]*", "$1")
        .replaceAll("[ -]", "");
  }

  @Test
  void nothingTypedKeepsTheOrder() {
    assertThat(best(""))
        .containsExactly("New interview", "Tariff switching", "Interview with P-07");
  }

  @Test
  void foundLettersAreCutOut() {
    assertThat(new Ranking("over int").pieces("New interview, overview"))
        .containsExactly(
            new Ranking.Piece("New ", false),
            new Ranking.Piece("int", true),
            new Ranking.Piece("erview, ", false),
            new Ranking.Piece("over", true),
            new Ranking.Piece("view", false));
  }
}
