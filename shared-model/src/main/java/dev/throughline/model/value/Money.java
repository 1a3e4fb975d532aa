package dev.throughline.model.value;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An amount of money.
 *
 * @param minor in the smallest unit of the currency: cents of a euro, yen of a yen
 * @param currency three letters of ISO 4217
 */
public record Money(long minor, String currency) {
  /** As much as a computer that counts in doubles can tell apart (RFC 7493 §2.2). */
  public static final long MINOR_MAX = 9_007_199_254_740_991L;

  private static final String MINOR = "minor";
  private static final String CURRENCY = "currency";
  private static final int CURRENCY_LENGTH = 3;

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException for an amount beyond {@link #MINOR_MAX} either way, or what is
   *     not shaped like the code of a currency
   */
  public Money {
    if (Math.abs(minor) > MINOR_MAX || !isCode(currency)) {
      throw new IllegalArgumentException("not an amount of money");
    }
  }

  private static boolean isCode(String text) {
    return text.length() == CURRENCY_LENGTH && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Reads a value as a field holds it; empty for anything else. */
  public static Optional<Money> from(Value value) {
    if (value instanceof Value.Entries(var entries)
        && entries.size() == 2
        && entries.get(MINOR) instanceof Value.Whole(long minor)
        && entries.get(CURRENCY) instanceof Value.Text(String currency)
        && minor >= -MINOR_MAX
        && minor <= MINOR_MAX
        && isCode(currency)) {
      return Optional.of(new Money(minor, currency));
    }
    return Optional.empty();
  }

  /** As a field holds it. */
  public Value toValue() {
    Map<String, Value> entries = new TreeMap<>();
    entries.put(MINOR, Value.whole(minor));
    entries.put(CURRENCY, Value.text(currency));
    return new Value.Entries(entries);
  }

  /** In whole units, such as euros; a currency nobody knows counts in hundredths. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /** So many whole units; empty when that is finer than the smallest unit, or too much. */
  public static Optional<Money> of(BigDecimal amount, String currency) {
    if (!isCode(currency)) {
      return Optional.empty();
    }
    try {
      long minor = amount.movePointRight(digits(currency)).longValueExact();
      return Math.abs(minor) > MINOR_MAX
          ? Optional.empty()
          : Optional.of(new Money(minor, currency));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException _) {
      return 2;
    }
  }
}
