package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.server.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody takes all the room there is. */
class PlacesTest {
  private final Places places = new Places(5, 2, "Come again.");

  private static Optional<Caller> who(String name) {
    return Optional.of(new Caller(name, name, name, List.of(), Optional.empty()));
  }

  @Test
  void oneWhoTakesAllTheyCanLeavesRoomForOthers() {
    try (Places.Place first = places.take(who("Eve"))) {
      assertThat(first).isNotNull();
      Places.Place second = places.take(who("Eve"));
      assertThatThrownBy(() -> places.take(who("Eve"))).isInstanceOf(ProblemException.class);
      assertThat(places.take(who("Ada"))).isNotNull();
      second.close();
      assertThat(places.take(who("Eve"))).isNotNull();
    }
    assertThat(places.take(who("Eve"))).isNotNull();
  }

  @Test
  void whereNobodySignsInAllShareTheRoom() {
    List<Places.Place> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      taken.add(places.take(Optional.empty()));
    }
    assertThatThrownBy(() -> places.take(who("Ada"))).isInstanceOf(ProblemException.class);
    taken.getFirst().close();
    assertThat(places.take(who("Ada"))).isNotNull();
  }
}
