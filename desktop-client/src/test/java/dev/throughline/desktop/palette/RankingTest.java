package dev.throughline.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Icon;
import java.util.List;
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

  @Test
  void accentsAndCapitalsDoNotMatter() {
    assertThat(best("uberweisung PRUFEN")).containsExactly("Überweisung prüfen");
  }

  @Test
  void detailIsFoundToo() {
    assertThat(best("northlight tariff")).containsExactly("Tariff switching");
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
