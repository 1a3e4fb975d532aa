package dev.throughline.trials.link;

/**
 * Something that goes wrong once.
 *
 * @param way in which the bytes go that it meets
 * @param at after so many bytes both ways
 */
public record Mishap(Kind kind, Way way, long at) {
  /** What happens. */
  public enum Kind {
    /** One connection moves nothing for four seconds. */
    STALL,
    /** One connection never moves anything again, and nobody is told. */
    SILENCE,
    /** All connections are cut off. */
    RESET,
    /** A bit in the head of a request or an answer is another one. */
    HEAD,
    /** A bit of what is sent is another one. */
    BODY
  }

  /** How many of the parts that were under way it takes with it. */
  int takes(int underWay) {
    return switch (kind) {
      case STALL -> 0;
      case RESET -> underWay;
      case SILENCE, HEAD, BODY -> 1;
    };
  }
}
