package dev.throughline.model.handoff;

import dev.throughline.model.kind.Choices;

/** A part of the checklist; the order is that in which people go through it. */
public enum Section {
  INFRA,
  LEGAL,
  METRICS,
  BUDGET;

  /** The name a record holds. */
  public String wireName() {
    return Choices.wireName(this);
  }

  /** Reads a record's name; one without it is about the infrastructure. */
  public static Section of(String wireName) {
    return Choices.read(Section.class, wireName, INFRA);
  }
}
