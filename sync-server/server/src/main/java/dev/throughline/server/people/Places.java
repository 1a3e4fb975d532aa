package dev.throughline.server.people;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Room for a few requests at a time that take long or hold much. Of it nobody has more than a
 * share, so that one person who is slow on purpose does not keep everybody out; where nobody signs
 * in there is no telling people apart. Any thread.
 */
public final class Places {
  private final int all;
  private final int each;
  private final String sentence;
  private final Map<String, Integer> taken = new HashMap<>();
  private int count;

  /** So many places for all, and so many for each; the sentence says what to do without one. */
  public Places(int all, int each, String sentence) {
    this.all = all;
    this.each = each;
    this.sentence = sentence;
  }

  /** A place, given back by closing it. */
  public final class Place implements AutoCloseable {
    private final Optional<String> who;

    private Place(Optional<String> who) {
      this.who = who;
    }

    @Override
    public void close() {
      leave(who);
    }
  }

  /**
   * Takes a place for whoever asks; empty for those nobody knows.
   *
   * @throws ProblemException when there is none left, or none for them
   */
  public synchronized Place take(Optional<Caller> caller) {
    Optional<String> who = caller.map(Caller::subject);
    boolean hasShare = who.filter(one -> taken.getOrDefault(one, 0) >= each).isPresent();
    if (count >= all || hasShare) {
      throw new ProblemException(Problem.BUSY, sentence);
    }
    count++;
    who.ifPresent(one -> taken.merge(one, 1, Integer::sum));
    return new Place(who);
  }

  /** How many are taken. */
  public synchronized int count() {
    return count;
  }

  private synchronized void leave(Optional<String> who) {
    count--;
    who.ifPresent(one -> taken.computeIfPresent(one, (_, had) -> had == 1 ? null : had - 1));
  }
}
