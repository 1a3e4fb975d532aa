package dev.throughline.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void spreadRanksAreInOrderAndShort() {
    List<String> ranks = Ranks.spread(300);
    assertThat(ranks).isSorted().doesNotHaveDuplicates().hasSize(300);
    assertThat(ranks).allMatch(rank -> rank.length() <= 3);
  }

  @Test
  void linesPutAnywhereStayInTheirOrder() {
    Random random = new Random(20_261_125);
    List<String> ranks = new ArrayList<>(Ranks.spread(3));
    for (int i = 0; i < 2_000; i++) {
      int at = random.nextInt(ranks.size() + 1);
      String before = at == 0 ? "" : ranks.get(at - 1);
      String after = at == ranks.size() ? "" : ranks.get(at);
      ranks.addAll(at, Ranks.between(before, after, 1 + random.nextInt(3)).orElseThrow());
    }
    assertThat(ranks).isSorted().doesNotHaveDuplicates();
    assertThat(ranks).noneMatch(rank -> rank.endsWith("0"));
  }

  @Test
  void onePlaceTakesLinesUntilItIsFullAndThenSaysSo() {
    String after = "i";
    int count = 0;
    Optional<List<String>> found = Ranks.between("", after, 1);
    while (found.isPresent()) {
      assertThat(found.get().getFirst()).isLessThan(after);
      after = found.get().getFirst();
      count++;
      found = Ranks.between("", after, 1);
    }
    assertThat(count).isGreaterThan(800);
  }

  @Test
  void noRoomBetweenEqualUnorderedOrForeignRanks() {
    assertThat(Ranks.between("i", "i", 1)).isEmpty();
    assertThat(Ranks.between("r", "i", 1)).isEmpty();
    assertThat(Ranks.between("I", "r", 1)).isEmpty();
    assertThat(Ranks.between("a", "a0", 1)).isEmpty();
    assertThat(Ranks.between("a", "a01", 1)).contains(List.of("a00i"));
  }
}
