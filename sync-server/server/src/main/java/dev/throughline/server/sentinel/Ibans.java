package dev.throughline.server.sentinel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds account numbers: a country of the IBAN registry, the length it uses, and the check digits
 * of ISO 7064 (mod 97), in capitals or not, in groups or not.
 */
final class Ibans {
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z]{2}[0-9]{2}");
  private static final int COUNTRY = 2;
  private static final int HEAD = 4;
  private static final int MODULUS = 97;

  private static final Map<String, Integer> LENGTHS =
      Arrays.stream(
              """
              AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 \
              DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 \
              HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 \
              MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 \
              RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 \
              VA22 VG24 XK20 YE30\
              """
                  .split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  it -> it.substring(0, COUNTRY), it -> Integer.valueOf(it.substring(COUNTRY))));

  private Ibans() {}

  static int count(String text) {
    Matcher matcher = BEGINNING.matcher(text);
    int count = 0;
    int from = 0;
    while (matcher.find(from)) {
      int end = end(text, matcher.start());
      count += end > 0 ? 1 : 0;
      from = end > 0 ? end : matcher.start() + 1;
    }
    return count;
  }

  /** Where the account number that begins there ends; 0 when there is none. */
  private static int end(String text, int start) {
    String country = text.substring(start, start + COUNTRY).toUpperCase(Locale.ROOT);
    int length = LENGTHS.getOrDefault(country, 0);
    StringBuilder iban = new StringBuilder();
    int at = start;
    while (at < text.length() && iban.length() < length) {
      char one = text.charAt(at);
      boolean isGap = (one == ' ' || one == '-') && text.charAt(at - 1) != one;
      if (!isGap && !isSign(one)) {
        return 0;
      }
      if (!isGap) {
        iban.append(one);
      }
      at++;
    }
    boolean isWhole = length > 0 && iban.length() == length;
    return isWhole && Edges.isFree(text, start, at) && isChecked(iban.toString()) ? at : 0;
  }

  private static boolean isSign(char one) {
    return one < 128 && Character.isLetterOrDigit(one);
  }

  private static boolean isChecked(String iban) {
    String turned = iban.substring(HEAD) + iban.substring(0, HEAD);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
      rest = (rest * (value > 9 ? 100 : 10) + value) % MODULUS;
    }
    return rest == 1;
  }
}
