package dev.throughline.model.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static String result(String formula, Map<String, String> inputs) {
    return switch (Scored.of(formula, inputs)) {
      case Scored.Of(BigDecimal number) -> number.toPlainString();
      case Scored.Lacks(String input) -> "lacks " + input;
      case Scored.DividesByZero() -> "divides by zero";
      case Scored.Unreadable(int at, String why) -> at + ": " + why;
    };
  }

  @Test
  void riceIsReachTimesImpactTimesConfidenceOverEffort() {
    Map<String, String> inputs =
        Map.of("reach", "500", "impact", "2", "confidence", "80", "effort", "4");
    assertThat(result(Formula.RICE, inputs)).isEqualTo("200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 + 0.2 | 0.3",
        "1 - 2 - 3 | -4",
        "2 + 3 * 4 | 14",
        "(2 + 3) * 4 | 20",
        "8 / 4 / 2 | 1",
        "--3 | 3",
        "-2 * -3 | 6",
        "max(1, 7, 3) - min(4, 2) | 5",
        "1 / 3 | 0.3333333333333333333333333333333333",
        "99999999999999999999.5 + 0.000000000000000001 | 99999999999999999999.500000000000000001",
      })
  void numbersAreExact(String formula, String expected) {
    assertThat(result(formula, Map.of())).isEqualTo(expected);
  }

  @Test
  void theTensOfThousandsthOfACentIsNotLostInALongSum() {
    String tenth = String.join(" + ", java.util.Collections.nCopies(60, "a * b"));
    assertThat(result(tenth, Map.of("a", "0.1", "b", "0.1"))).isEqualTo("0.60");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(result("a + b", Map.of("a", "1"))).isEqualTo("lacks b");
    assertThat(result("a + b", Map.of("a", "1", "b", "1e5"))).isEqualTo("lacks b");
    assertThat(result("a / (b - 1)", Map.of("a", "1", "b", "1"))).isEqualTo("divides by zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a +", "(a", "a)", "1.2.3", "a ** b", "min(", "min()", "1e5", "\u0661",
        "a\nb", "a;b", "min(a,)", "_a", "1a"
      })
  void whatIsNoFormulaIsRefusedWithItsPlace(String text) {
    assertThat(Formula.parse(text)).isInstanceOf(Formula.Parsed.Malformed.class);
  }

  @Test
  void deepAndLongFormulasAreRefusedWithoutExhaustingAnything() {
    assertThat(Formula.parse("(".repeat(400) + "1" + ")".repeat(90)))
        .isInstanceOf(Formula.Parsed.Malformed.class);
    assertThat(Formula.parse("-".repeat(400) + "1")).isInstanceOf(Formula.Parsed.Read.class);
    assertThat(Formula.parse("1+".repeat(300) + "1")).isInstanceOf(Formula.Parsed.Malformed.class);
    StringBuilder names = new StringBuilder("a0");
    for (int i = 1; i <= Formula.INPUTS_MAX; i++) {
      names.append("+a").append(i);
    }
    assertThat(Formula.parse(names.toString())).isInstanceOf(Formula.Parsed.Malformed.class);
  }

  @Test
  void namesComeInTheOrderInWhichTheyStand() {
    assertThat(Formula.parse("reach * min + reach - a_1"))
        .isInstanceOfSatisfying(
            Formula.Parsed.Read.class,
            read -> assertThat(read.formula().inputs()).containsExactly("reach", "min", "a_1"));
  }

  @Test
  void anythingTypedIsReadOrRefusedAndNeverThrows() {
    Random dice = new Random(7);
    String alphabet = "ab1.(),+-*/ _min";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = dice.nextInt(25); n > 0; n--) {
        text.append(alphabet.charAt(dice.nextInt(alphabet.length())));
      }
      assertThat(Scored.of(text.toString(), Map.of("a", "2", "b", "0"))).isNotNull();
    }
  }
}
