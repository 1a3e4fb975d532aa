package dev.throughline.trials.granted;

/** What a run can be made to do wrong, so that it is known to notice. */
public enum GrantMistake {
  NONE,
  /** The server asks nobody's grants when it delivers. */
  DELIVERS_TO_ANYBODY,
  /** The server says that it keeps unsent work, and does not. */
  RESCUES_NOTHING,
  /** What moves out of sight is not told. */
  FORGETS_MOVES
}
