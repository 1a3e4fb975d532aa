package dev.throughline.trials.link;

/** Which way bytes go. */
public enum Way {
  /** To the server. */
  UP,
  /** To the desktop. */
  DOWN
}
