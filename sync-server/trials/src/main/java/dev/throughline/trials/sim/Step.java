package dev.throughline.trials.sim;

import java.util.Arrays;
import java.util.List;

/**
 * One step of a script. What exactly it does follows from the dice and from what its device shows
 * at that time, so that a step still makes sense when others are taken out.
 *
 * @param at milliseconds since the run began
 */
record Step(long at, int device, Verb verb, long dice) {
  private static final int SHOWN_MAX = 40;

  /**
   * Reads one line of a replay file.
   *
   * @throws IllegalArgumentException when it is no step of a run with so many devices
   */
  static Step of(String line, int devices) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 4
        || Arrays.stream(Verb.values()).noneMatch(v -> v.name().equals(words.get(2)))) {
      throw new IllegalArgumentException("\"%s\" is no step".formatted(shortened(line)));
    }
    long device = number(words.get(1));
    if (device < 0 || device >= devices) {
      throw new IllegalArgumentException(
          "\"%s\" names a device that is not there".formatted(shortened(line)));
    }
    long at = number(words.get(0));
    if (at < 0) {
      throw new IllegalArgumentException("\"%s\" is before the run".formatted(shortened(line)));
    }
    return new Step(at, (int) device, Verb.valueOf(words.get(2)), number(words.get(3)));
  }

  static long number(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("\"%s\" is no number".formatted(shortened(word)));
    }
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "...";
  }

  @Override
  public String toString() {
    return at + " " + device + " " + verb + " " + dice;
  }
}
