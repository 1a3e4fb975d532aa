package dev.throughline.server.sentinel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds phone numbers in international form, with a plus, and others behind a word that says what
 * they are: without either too much else looks like a number.
 */
final class Phones {
  /** Of no region, so that only numbers that name theirs count. */
  private static final String NO_REGION = "ZZ";

  private static final Pattern SAID =
      Pattern.compile(
          "(?i)\\b(?:tel|telephone|telefon|phone|mobile|mobil|handy|cell|whatsapp|call|fax)\\b"
              + "[^0-9+\\n]{0,12}(\\(?[0-9](?:[ ()./-]{0,2}[0-9]){6,14})");

  private Phones() {}

  static int count(String text) {
    return international(text) + said(text);
  }

  private static int said(String text) {
    Matcher matcher = SAID.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  private static int international(String text) {
    if (text.indexOf('+') < 0) {
      return 0;
    }
    int count = 0;
    for (var _ :
        PhoneNumberUtil.getInstance()
            .findNumbers(text, NO_REGION, Leniency.VALID, Long.MAX_VALUE)) {
      count++;
    }
    return count;
  }
}
