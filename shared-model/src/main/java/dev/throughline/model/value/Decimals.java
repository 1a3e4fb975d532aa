package dev.throughline.model.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers as texts, so that none is ever rounded by being written down. */
public final class Decimals {
  /** Digits before the point, and behind it. */
  private static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,18})?");

  private Decimals() {}

  /** A number such as 12, -3.5 or 0.08; empty for anything else. */
  public static Optional<BigDecimal> read(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** One of the ten digits of ASCII: others are not what computers exchange. */
  public static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }
}
