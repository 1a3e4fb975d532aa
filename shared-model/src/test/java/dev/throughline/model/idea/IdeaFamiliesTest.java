package dev.throughline.model.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdeaFamiliesTest {
  private static RecordId id(int number) {
    return new RecordId(new UUID(7, number));
  }

  private static Idea idea(int number, int... into) {
    Map<String, Value> fields =
        into.length == 0 ? Map.of() : Map.of(Idea.MERGED_INTO, Value.text(id(into[0]).toString()));
    return Idea.from(id(number), fields);
  }

  @Test
  void mergedIdeasGoOnInTheLastOfTheirWay() {
    IdeaFamilies families = IdeaFamilies.of(List.of(idea(1), idea(2, 1), idea(3, 2), idea(4)));
    assertThat(families.head(id(3))).isEqualTo(id(1));
    assertThat(families.head(id(2))).isEqualTo(id(1));
    assertThat(families.isMerged(id(1))).isFalse();
    assertThat(families.isMerged(id(4))).isFalse();
  }

  @Test
  void ofTwoThatWereMergedIntoEachOtherTheSmallestGoesOn() {
    IdeaFamilies families =
        IdeaFamilies.of(List.of(idea(5, 4), idea(4, 6), idea(6, 5), idea(9, 6)));
    for (int number : new int[] {4, 5, 6, 9}) {
      assertThat(families.head(id(number))).isEqualTo(id(4));
    }
    assertThat(families.isMerged(id(4))).isFalse();
  }

  @Test
  void mergeIntoOneThatIsNotHereDoesNotCount() {
    assertThat(IdeaFamilies.of(List.of(idea(2, 1))).isMerged(id(2))).isFalse();
    assertThat(IdeaFamilies.of(List.of(idea(2, 2))).isMerged(id(2))).isFalse();
  }

  @Test
  void theOrderInWhichIdeasAreReadChangesNothing() {
    Random dice = new Random(3);
    for (int run = 0; run < 500; run++) {
      List<Idea> ideas = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        ideas.add(dice.nextInt(3) == 0 ? idea(i) : idea(i, 1 + dice.nextInt(8)));
      }
      IdeaFamilies one = IdeaFamilies.of(ideas);
      Collections.shuffle(ideas, dice);
      IdeaFamilies other = IdeaFamilies.of(ideas);
      for (int i = 1; i <= 8; i++) {
        assertThat(one.head(id(i))).isEqualTo(other.head(id(i)));
        assertThat(one.isMerged(one.head(id(i)))).isFalse();
      }
    }
  }
}
