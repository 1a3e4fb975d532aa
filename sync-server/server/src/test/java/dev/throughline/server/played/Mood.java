package dev.throughline.server.played;

/** How a played system answers. */
public enum Mood {
  /** As it should. */
  FINE,
  /** Not before its mood changes; what was asked is not done. */
  SLOW,
  /** With status 500. */
  FAILING,
  /** With status 200 and something that is no JSON. */
  GARBAGE,
  /** With status 200 and JSON of another shape. */
  STRANGE,
  /** With a right answer and a million spaces behind it. */
  LENGTHY,
  /** Does what it is asked and hangs up; fine from the next request on. */
  LOSING
}
