package dev.throughline.server.sentinel;

import dev.throughline.server.outside.Answer;

/** Says whether something may be done. */
@FunctionalInterface
public interface Sentinel {
  /**
   * Asks once, and waits for another system for at most two seconds. The embedded rules take some
   * milliseconds, and seconds for hundreds of kilobytes made to be hard to read. {@link
   * Answer.Away} is no leave to go on: whoever asks keeps what they asked about where it is.
   */
  Answer<Ruling> check(Question question);
}
