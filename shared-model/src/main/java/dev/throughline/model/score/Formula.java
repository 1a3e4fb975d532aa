package dev.throughline.model.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A formula over named decimal numbers: {@code + - * /}, brackets, {@code min(a, b)} and {@code
 * max(a, b)}. Names are made of letters, digits and {@code _}, and begin with a letter.
 */
public final class Formula {
  /** Longest formula, in UTF-16 units. */
  public static final int LENGTH_MAX = 500;

  /** Most names one formula may use. */
  public static final int INPUTS_MAX = 20;

  /**
   * RICE: how many it reaches in a period, by how much it moves each of them, how sure one is in
   * percent, over the work in person-months. After Sean McBride, Intercom, 2016.
   */
  public static final String RICE = "reach * impact * confidence / (100 * effort)";

  private final Term root;
  private final SequencedSet<String> inputs;

  Formula(Term root, SequencedSet<String> inputs) {
    this.root = root;
    this.inputs = inputs;
  }

  /** What a text turns out to be. */
  public sealed interface Parsed {
    record Read(Formula formula) implements Parsed {}

    /**
     * It is none.
     *
     * @param at characters before the place where reading ended
     * @param why one sentence for people
     */
    record Malformed(int at, String why) implements Parsed {}
  }

  /** A part of a formula. */
  sealed interface Term {
    record Constant(BigDecimal number) implements Term {}

    record Input(String name) implements Term {}

    record Negated(Term term) implements Term {}

    record Sum(Term left, Term right, boolean isMinus) implements Term {}

    record Product(Term left, Term right) implements Term {}

    record Quotient(Term left, Term right) implements Term {}

    record Extreme(List<Term> of, boolean isMax) implements Term {}
  }

  public static Parsed parse(String text) {
    return new FormulaReader(text).read();
  }

  /** The names it uses, in the order in which they stand there. */
  public SequencedSet<String> inputs() {
    return inputs;
  }

  /**
   * Computes it. Sums, differences and products are exact; quotients have 34 digits, half to even
   * (IEEE 754 decimal128).
   *
   * @param numbers one for every name it uses
   * @return empty when something is divided by zero
   */
  public Optional<BigDecimal> value(Map<String, BigDecimal> numbers) {
    try {
      return Optional.of(value(root, numbers));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static BigDecimal value(Term term, Map<String, BigDecimal> numbers) {
    return switch (term) {
      case Term.Constant(BigDecimal number) -> number;
      case Term.Input(String name) -> number(name, numbers);
      case Term.Negated(Term of) -> value(of, numbers).negate();
      case Term.Sum(Term left, Term right, boolean isMinus) ->
          isMinus
              ? value(left, numbers).subtract(value(right, numbers))
              : value(left, numbers).add(value(right, numbers));
      case Term.Product(Term left, Term right) ->
          value(left, numbers).multiply(value(right, numbers));
      case Term.Quotient(Term left, Term right) ->
          value(left, numbers).divide(value(right, numbers), MathContext.DECIMAL128);
      case Term.Extreme(List<Term> of, boolean isMax) -> extreme(of, isMax, numbers);
    };
  }

  private static BigDecimal number(String name, Map<String, BigDecimal> numbers) {
    BigDecimal number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no number for " + name);
    }
    return number;
  }

  private static BigDecimal extreme(
      List<Term> terms, boolean isMax, Map<String, BigDecimal> numbers) {
    BigDecimal found = value(terms.getFirst(), numbers);
    for (Term term : terms) {
      BigDecimal number = value(term, numbers);
      found = isMax ? found.max(number) : found.min(number);
    }
    return found;
  }
}
