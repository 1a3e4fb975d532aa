package dev.throughline.model.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatingTest {
  @Test
  void somebodyWithTwoRolesTakesOneSeat() {
    Map<String, Set<String>> seats = new LinkedHashMap<>();
    seats.put("tech", Set.of("Ada"));
    seats.put("legal", Set.of("Ada"));
    Seating<String, String> seating = Seating.of(seats);
    assertThat(seating.isComplete()).isFalse();
    assertThat(seating.empty()).containsExactly("legal");
  }

  @Test
  void whoCouldSitElsewhereMakesRoom() {
    Map<String, Set<String>> seats = new LinkedHashMap<>();
    seats.put("any", Set.of("Ada", "Ben"));
    seats.put("tech", Set.of("Ada"));
    seats.put("legal", Set.of("Ben", "Cem"));
    Seating<String, String> seating = Seating.of(seats);
    assertThat(seating.isComplete()).isTrue();
    assertThat(seating.taken()).containsEntry("Ada", "tech").hasSize(3);
  }

  @Test
  void nobodyHasToSitWhereNoSeatIs() {
    assertThat(Seating.of(Map.of()).isComplete()).isTrue();
  }

  /** The best of all assignments, found by trying every one. */
  private static int most(List<Set<Integer>> seats, int seat, Set<Integer> used) {
    if (seat == seats.size()) {
      return 0;
    }
    int best = most(seats, seat + 1, used);
    for (int person : seats.get(seat)) {
      if (used.add(person)) {
        best = Math.max(best, 1 + most(seats, seat + 1, used));
        used.remove(person);
      }
    }
    return best;
  }

  @Test
  void asManySeatsAreTakenAsTheBestOfAllAssignmentsTakes() {
    Random dice = new Random(11);
    for (int run = 0; run < 10_000; run++) {
      int people = 1 + dice.nextInt(7);
      Map<Integer, Set<Integer>> seats = new LinkedHashMap<>();
      for (int seat = dice.nextInt(7); seat > 0; seat--) {
        Set<Integer> may = new HashSet<>();
        for (int person = 0; person < people; person++) {
          if (dice.nextInt(3) == 0) {
            may.add(person);
          }
        }
        seats.put(seat, may);
      }
      Seating<Integer, Integer> seating = Seating.of(seats);
      assertThat(seating.taken())
          .hasSize(most(List.copyOf(seats.values()), 0, new HashSet<>()))
          .allSatisfy((person, seat) -> assertThat(seats.get(seat)).contains(person));
      assertThat(new HashSet<>(seating.taken().values())).hasSize(seating.taken().size());
      assertThat(seating.empty()).hasSize(seats.size() - seating.taken().size());
    }
  }
}
