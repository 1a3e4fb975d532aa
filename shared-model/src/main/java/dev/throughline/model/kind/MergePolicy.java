package dev.throughline.model.kind;

/** What the server does when two devices changed one field without knowing of each other. */
public enum MergePolicy {
  /** The later change is shown; the other stays in a conflict record. */
  LATEST,
  /**
   * Three-way merge on words; where both changed the same words both stay, and a record says so.
   */
  TEXT
}
