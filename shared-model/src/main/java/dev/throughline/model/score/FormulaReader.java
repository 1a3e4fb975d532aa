package dev.throughline.model.score;

import dev.throughline.model.score.Formula.Parsed;
import dev.throughline.model.score.Formula.Term;
import dev.throughline.model.value.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads one formula, from left to right. */
final class FormulaReader {
  /** Brackets within brackets; more would be a way to exhaust the stack. */
  private static final int DEPTH_MAX = 50;

  private final String text;
  private final SequencedSet<String> inputs = new LinkedHashSet<>();
  private int at;
  private int depth;

  FormulaReader(String text) {
    this.text = text;
  }

  /** Ends reading; told to people as {@link Parsed.Malformed}. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    Stop(String why) {
      super(why, null, false, false);
    }
  }

  Parsed read() {
    if (text.length() > Formula.LENGTH_MAX) {
      return new Parsed.Malformed(
          Formula.LENGTH_MAX, "A formula has at most " + Formula.LENGTH_MAX + " characters.");
    }
    try {
      Term root = sum();
      return at < text.length()
          ? new Parsed.Malformed(at, "Here a sign such as + or * is missing.")
          : new Parsed.Read(new Formula(root, inputs));
    } catch (Stop stop) {
      return new Parsed.Malformed(at, String.valueOf(stop.getMessage()));
    }
  }

  private Term sum() throws Stop {
    if (++depth > DEPTH_MAX) {
      throw new Stop("There are more than " + DEPTH_MAX + " brackets within each other.");
    }
    Term term = product();
    while (true) {
      if (take('+')) {
        term = new Term.Sum(term, product(), false);
      } else if (take('-')) {
        term = new Term.Sum(term, product(), true);
      } else {
        depth--;
        return term;
      }
    }
  }

  private Term product() throws Stop {
    Term term = factor();
    while (true) {
      if (take('*')) {
        term = new Term.Product(term, factor());
      } else if (take('/')) {
        term = new Term.Quotient(term, factor());
      } else {
        return term;
      }
    }
  }

  private Term factor() throws Stop {
    boolean isNegated = false;
    while (take('-')) {
      isNegated = !isNegated;
    }
    Term term = operand();
    return isNegated ? new Term.Negated(term) : term;
  }

  private Term operand() throws Stop {
    if (take('(')) {
      Term inner = sum();
      close();
      return inner;
    }
    if (at < text.length() && Decimals.isDigit(text.charAt(at))) {
      return new Term.Constant(number());
    }
    if (at < text.length() && isLetter(text.charAt(at))) {
      return named();
    }
    throw new Stop(
        at < text.length()
            ? "Here a number, a name or a bracket should stand."
            : "The formula ends too soon.");
  }

  private BigDecimal number() throws Stop {
    int from = at;
    while (at < text.length() && (Decimals.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    Optional<BigDecimal> number = Decimals.read(text.substring(from, at));
    skipSpace();
    return number.orElseThrow(() -> new Stop("This is no number such as 12.5."));
  }

  private Term named() throws Stop {
    int from = at;
    while (at < text.length()
        && (isLetter(text.charAt(at))
            || Decimals.isDigit(text.charAt(at))
            || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(from, at);
    skipSpace();
    boolean isExtreme = name.equals("min") || name.equals("max");
    if (isExtreme && take('(')) {
      List<Term> terms = new ArrayList<>(List.of(sum()));
      while (take(',')) {
        terms.add(sum());
      }
      close();
      return new Term.Extreme(terms, name.equals("max"));
    }
    inputs.add(name);
    if (inputs.size() > Formula.INPUTS_MAX) {
      throw new Stop("A formula uses at most " + Formula.INPUTS_MAX + " names.");
    }
    return new Term.Input(name);
  }

  private void close() throws Stop {
    if (!take(')')) {
      throw new Stop("Here a bracket should end.");
    }
  }

  private boolean take(char sign) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == sign) {
      at++;
      skipSpace();
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean isLetter(char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
  }
}
