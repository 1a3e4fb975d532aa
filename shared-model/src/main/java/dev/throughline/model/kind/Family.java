package dev.throughline.model.kind;

/** Which half of the product a kind belongs to. Personal data lives in {@link #MEMORY} only. */
public enum Family {
  /** Evidence: interviews, transcripts, notes and what was taken from them. */
  MEMORY,
  /** Ideas, experiments and handoffs; these hold pointers to evidence, never personal data. */
  PRODUCT
}
