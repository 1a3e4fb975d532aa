package dev.throughline.model.kind;

/** What the server does when two devices changed one field without knowing of each other. */
public enum MergePolicy {
  /** The later change is shown; the other stays in a conflict record. */
  LATEST,
  /**
   * Three-way merge on words; where both changed the same words both stay, and a record says so.
   */
  TEXT,
  /** A set of texts: what either side added or took out is done; adding wins over taking out. */
  SET,
  /** A place in an order, such as a fractional index: the later one is shown, and that is all. */
  ORDER,
  /** A number that is counted up and down: all counts add up. */
  COUNTER,
  /**
   * The stricter of both values is shown until a person decides; the other stays in a conflict
   * record. The type's choices stand in order, the strictest first; no value is stricter still. Of
   * two days the earlier is the stricter; no day is no limit.
   */
  STRICTER,
  /**
   * A decision that is only right for exactly what the person saw: refused when the record has
   * changed since, never merged.
   */
  COMMAND,
  /**
   * Where a record belongs: the move the server took in last is shown, whatever the clocks say; the
   * other stays in a conflict record.
   */
  SCOPE
}
