package dev.throughline.server.sentinel;

import java.time.Instant;
import java.util.List;

/**
 * An answer of SentinelNet.
 *
 * @param reason why, in a sentence
 * @param rationale rule by rule, in the order they were looked at
 * @param at when, by the clock of whoever decided
 */
public record Ruling(
    Decision decision,
    String reason,
    List<Reason> rationale,
    String policyId,
    String policyVersion,
    Instant at) {
  public Ruling {
    rationale = List.copyOf(rationale);
  }
}
