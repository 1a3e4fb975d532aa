package dev.throughline.model.approval;

import dev.throughline.model.signing.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who has to sign a handoff.
 *
 * @param id what it is called
 * @param version counts up by one with every change
 * @param from the costs of the first year from which on it holds, in whole units of whichever
 *     currency; empty for any
 * @param data the data of people for which it holds; empty for any
 * @param groups who has to sign; a person fills one seat
 * @param vetoes the roles each of which stops it alone
 * @param excludesContributors whether those who wrote the handoff do not sign it either
 * @param signingTime how long after it was submitted it can be signed
 * @param coolOff how long after the last signature it can still be stopped before it is carried
 *     out; zero for not at all
 * @param document the bytes it was read from, in canonical form
 */
public record Policy(
    String id,
    long version,
    OptionalLong from,
    Set<String> data,
    List<Group> groups,
    Set<String> vetoes,
    boolean excludesContributors,
    Duration signingTime,
    Duration coolOff,
    String document) {
  public static final int ID_LENGTH_MAX = 60;

  /** So many seats for people of whom each has one of the roles. */
  public record Group(String name, int count, Set<String> roles) {}

  /** SHA-256 over the document. */
  public String digest() {
    return Sha256.hex(document.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether it holds for a handoff that costs so much and touches such data.
   *
   * @param firstYear in whole units; what nobody knows may be any amount
   */
  public boolean holdsFor(Optional<BigDecimal> firstYear, String dataClass) {
    boolean isEnough =
        from.isEmpty()
            || firstYear
                .map(its -> its.compareTo(BigDecimal.valueOf(from.getAsLong())) >= 0)
                .orElse(true);
    return isEnough && (data.isEmpty() || data.contains(dataClass));
  }
}
