package dev.throughline.desktop.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void whatBeginsLikeAFormulaBeginsWithAnApostrophe() {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
      assertThat(Cell.guarded(start + "cmd|' /C calc'!A0")).startsWith("'" + start);
    }
    assertThat(Cell.guarded("P-07 = 3")).isEqualTo("P-07 = 3");
    assertThat(Cell.guarded("'quoted'")).isEqualTo("'quoted'");
    assertThat(Cell.guarded("'=1")).isEqualTo("''=1");
  }

  @Test
  void everyTextComesBackAsItWas() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(5);
      for (int i = 0; i < length; i++) {
        text.append("''=+-@\t\rab".charAt(random.nextInt(10)));
      }
      String guarded = Cell.guarded(text.toString());
      assertThat(Cell.read(guarded)).isEqualTo(text.toString());
      assertThat(guarded.isEmpty() || "=+-@\t\r".indexOf(guarded.charAt(0)) < 0).isTrue();
    }
  }
}
