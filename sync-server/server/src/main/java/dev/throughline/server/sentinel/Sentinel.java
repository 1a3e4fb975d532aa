package dev.throughline.server.sentinel;

import dev.throughline.server.outside.Answer;

/** Says whether something may be done. */
@FunctionalInterface
public interface Sentinel {
  /**
   * Asks once, and for at most two seconds. {@link Answer.Away} is no leave to go on: whoever asks
   * keeps what they asked about where it is.
   */
  Answer<Ruling> check(Question question);
}
