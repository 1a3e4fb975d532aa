package dev.throughline.model.access;

/** What one role may do with one kind; each includes the one before. */
public enum Right {
  NONE,
  READ,
  WRITE
}
