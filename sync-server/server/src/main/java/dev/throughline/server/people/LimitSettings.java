package dev.throughline.server.people;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests are answered.
 *
 * @param person of one person who is signed in, from all their computers together
 * @param address without a token, from one address
 * @param refusedTokens with a token that does not count, from one address
 */
@ConfigurationProperties("throughline.limits")
record LimitSettings(Rate person, Rate address, Rate refusedTokens) {
  /** So many at once, and then so many a second. */
  record Rate(int burst, int perSecond) {
    Rate {
      if (burst < 1 || perSecond < 1) {
        throw new IllegalArgumentException("burst and per-second are whole numbers from 1 up");
      }
    }
  }
}
