package dev.throughline.trials.memory;

/** Another transaction holds the head of the log; this one has to begin again after it. */
public final class HeadIsLocked extends RuntimeException {
  private static final long serialVersionUID = 1;

  HeadIsLocked() {
    super("another transaction holds the head", null, false, false);
  }
}
