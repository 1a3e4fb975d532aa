package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.RuleWords;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.QuorumPolicy;
import java.util.Optional;

/**
 * A rule of signing as it counts, and what is proposed in its place.
 *
 * @param since when everybody had signed it, in milliseconds since the epoch; 0 when not known, and
 *     for the version of the program
 * @param next the version a proposal makes now
 * @param waits a proposal that can still be signed
 * @param coming a proposal of which the server does not know yet
 */
public record RuleRow(
    Policy rule, long since, long next, Optional<SignCase> waits, Optional<QuorumPolicy> coming) {
  /** What the things are for which it holds. */
  public String name() {
    return RuleWords.name(rule.id());
  }

  /** Whether another version can be proposed now; one at a time. */
  boolean isFree() {
    return Policies.isChangeable(rule) && waits.isEmpty() && coming.isEmpty();
  }

  /** Whether it can have a time to think: what is carried out at once has none. */
  boolean canWait() {
    return Policies.USUAL.stream().anyMatch(its -> its.id().equals(rule.id()));
  }
}
