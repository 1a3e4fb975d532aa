package dev.throughline.model.score;

import dev.throughline.model.value.Decimals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What comes out of a scorecard. */
public sealed interface Scored {
  /** A number; exact but for divisions that do not end, see {@link Formula#value}. */
  record Of(BigDecimal number) implements Scored {}

  /** An input is not filled in, or is no number. */
  record Lacks(String input) implements Scored {}

  /** Something was divided by zero. */
  record DividesByZero() implements Scored {}

  /**
   * The formula cannot be read.
   *
   * @param at characters before the place where reading ended
   */
  record Unreadable(int at, String why) implements Scored {}

  /** Computes a formula from inputs as people typed them. */
  static Scored of(String formula, Map<String, String> inputs) {
    return switch (Formula.parse(formula)) {
      case Formula.Parsed.Malformed(int at, String why) -> new Unreadable(at, why);
      case Formula.Parsed.Read(Formula read) -> {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (String name : read.inputs()) {
          Optional<BigDecimal> number = Decimals.read(inputs.getOrDefault(name, ""));
          if (number.isEmpty()) {
            yield new Lacks(name);
          }
          numbers.put(name, number.get());
        }
        yield read.value(numbers).<Scored>map(Of::new).orElseGet(DividesByZero::new);
      }
    };
  }
}
