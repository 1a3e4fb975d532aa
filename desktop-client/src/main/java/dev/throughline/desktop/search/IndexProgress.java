package dev.throughline.desktop.search;

/**
 * How far the index is.
 *
 * @param done records looked at in this pass
 * @param all records there are
 */
public record IndexProgress(State state, long done, long all) {
  /** What the index is doing. */
  public enum State {
    /** Everything that was saved is found, but for the last second. */
    CURRENT,
    /** Being filled or checked; what is not in it yet is not found. */
    INDEXING,
    /** As INDEXING, and a person stopped it for now. */
    PAUSED,
    /** It cannot be written, such as on a full disk; what is in it is found. Tried again later. */
    STOPPED
  }

  static final IndexProgress CURRENT = new IndexProgress(State.CURRENT, 0, 0);

  public boolean isComplete() {
    return state == State.CURRENT;
  }

  /** From 0 to 100. */
  public int percent() {
    return all == 0 ? 0 : (int) Math.min(100, done * 100 / all);
  }
}
