package dev.throughline.server.sentinel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

/**
 * Finds phone numbers in international form, with a plus: without one too much else looks like a
 * number.
 */
final class Phones {
  /** Of no region, so that only numbers that name theirs count. */
  private static final String NO_REGION = "ZZ";

  private Phones() {}

  static int count(String text) {
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
