package dev.throughline.model.handoff;

import dev.throughline.model.kind.Choices;

/** What fills an item of the checklist by itself: it is ready for as long as that holds. */
public enum Filling {
  /** A person checks it. */
  NOTHING,
  /** Every number of the measurement plan has a target and a way it is counted. */
  MEASUREMENTS,
  /** Every number of the measurement plan was measured and reaches its target. */
  RESULTS,
  /** There are acceptance checks, each with what counts as passed. */
  CHECKS,
  /** Something that people said or did speaks for the idea. */
  EVIDENCE,
  /** Nobody whose words are evidence has refused that they be quoted. */
  CONSENT,
  /** What it costs is written down, in one currency. */
  COSTS,
  /** The costs of the first year stay within the budget of the idea. */
  BUDGET,
  /** What people pay is written down. */
  PRICING;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads a record's name; one without it is checked by a person. */
  public static Filling of(String wireName) {
    return Choices.read(Filling.class, wireName, NOTHING);
  }
}
