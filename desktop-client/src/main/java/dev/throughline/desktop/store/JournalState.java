package dev.throughline.desktop.store;

/** How the journal was found, and what became of it. */
public enum JournalState {
  /** Nothing is damaged or missing. */
  WHOLE,
  /** It was damaged; the store still held everything, which now stands in the journal anew. */
  MENDED,
  /** What was damaged or missing had nowhere else to be read from. The rest was kept. */
  LOST,
  /** It is damaged and could not be written anew; the store holds everything. */
  UNMENDED
}
