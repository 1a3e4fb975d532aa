package dev.throughline.desktop.find;

/** What the results have to say. */
enum FindState {
  /** Nothing was asked yet. */
  READY,
  /** Nothing answers. */
  NOTHING,
  FOUND
}
