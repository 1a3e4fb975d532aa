package dev.throughline.model.release;

import dev.throughline.model.kind.Choices;

/** What a release waits for. */
public enum Waits {
  NOTHING,
  /** SentinelNet does not answer, or has put it in quarantine. */
  SENTINEL,
  /** Kernel does not answer. */
  KERNEL,
  /** Kernel asks for more approvals than our rule did. */
  KERNEL_QUORUM,
  /** Kernel refuses it. */
  KERNEL_REFUSAL,
  /** Results of checks. */
  CHECKS,
  /** People who sign that it is taken back. */
  SIGNATURES;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads such a name; one without it waits for nothing. */
  public static Waits of(String wireName) {
    return Choices.read(Waits.class, wireName, NOTHING);
  }
}
