package dev.throughline.model.signing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON as RFC 8785 says: no space, sorted names, one form for each string and number. */
final class CanonicalJson {
  /** Numbers with so many digits before the point, and more, are written with an exponent. */
  private static final int PLAIN_MAX = 21;

  /** So many zeros behind the point, and no more, are written out. */
  private static final int ZEROS_MAX = 6;

  private CanonicalJson() {}

  static byte[] bytes(Json json) {
    StringBuilder out = new StringBuilder();
    write(json, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Json json, StringBuilder out) {
    switch (json) {
      case Json.Nothing() -> out.append("null");
      case Json.Truth(boolean is) -> out.append(is);
      case Json.Number(double value) -> out.append(number(value));
      case Json.Text(String text) -> write(text, out);
      case Json.Items items -> {
        String before = "[";
        for (Json item : items.items()) {
          out.append(before);
          write(item, out);
          before = ",";
        }
        out.append(items.items().isEmpty() ? "[]" : "]");
      }
      case Json.Members members -> {
        String before = "{";
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
          out.append(before);
          write(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          before = ",";
        }
        out.append(members.members().isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void write(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      switch (one) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (one < ' ') {
            out.append("\\u00")
                .append(one < 16 ? '0' : '1')
                .append(Character.forDigit(one % 16, 16));
          } else {
            out.append(one);
          }
        }
      }
    }
    out.append('"');
  }

  /**
   * As ECMAScript writes numbers (ECMA-262, Number::toString). The shortest digits that are still
   * this double come from the JDK, which gives them since 19.
   */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    // The point stands behind so many digits.
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + placed(digits, point);
  }

  /** The JDK never looks for less than two digits, ECMAScript does: 5e-324 is 4.9e-324. */
  private static BigDecimal shortest(double value) {
    BigDecimal found = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal one = new BigDecimal(value).round(new MathContext(1)).stripTrailingZeros();
    return found.precision() == 2 && one.doubleValue() == value ? one : found;
  }

  private static String placed(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= PLAIN_MAX) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= PLAIN_MAX) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-ZEROS_MAX < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
