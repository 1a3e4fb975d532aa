package dev.throughline.server.sentinel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds numbers of payment cards: 13 to 19 digits that begin with 2 to 6, in one piece or grouped
 * as on cards, with the check digit of Luhn (ISO/IEC 7812-1). Digits that belong to a longer word,
 * such as an id, are none.
 */
final class Cards {
  private static final Pattern DIGITS =
      Pattern.compile(
          "[0-9]{13,19}|[0-9]{4}(?:[ -][0-9]{4}){3}|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5}");

  private Cards() {}

  static int count(String text) {
    Matcher matcher = DIGITS.matcher(text);
    int count = 0;
    int from = 0;
    while (matcher.find(from)) {
      boolean isCard =
          Edges.isFree(text, matcher.start(), matcher.end()) && isCard(matcher.group());
      count += isCard ? 1 : 0;
      from = isCard ? matcher.end() : matcher.start() + 1;
    }
    return count;
  }

  private static boolean isCard(String written) {
    String digits = written.replaceAll("[ -]", "");
    return digits.charAt(0) >= '2' && digits.charAt(0) <= '6' && isLuhn(digits);
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
