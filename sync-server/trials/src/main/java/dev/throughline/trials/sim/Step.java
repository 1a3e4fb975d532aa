package dev.throughline.trials.sim;

import java.util.List;

/**
 * One step of a script. What exactly it does follows from the dice and from what its device shows
 * at that time, so that a step still makes sense when others are taken out.
 *
 * @param at milliseconds since the run began
 */
record Step(long at, int device, Verb verb, long dice) {
  static Step of(String line) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 4) {
      throw new IllegalArgumentException("a step has four words: " + line);
    }
    return new Step(
        Long.parseLong(words.get(0)),
        Integer.parseInt(words.get(1)),
        Verb.valueOf(words.get(2)),
        Long.parseLong(words.get(3)));
  }

  @Override
  public String toString() {
    return at + " " + device + " " + verb + " " + dice;
  }
}
