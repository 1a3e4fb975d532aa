package dev.throughline.trials;

import java.util.Optional;

/**
 * What a process had said of its recorder before it was killed.
 *
 * @param safe how much it called safe, in the unit of that process
 * @param takenMillis how much it had taken up
 */
record RecorderSaid(long safe, long takenMillis) {
  static final RecorderSaid NOTHING = new RecorderSaid(0, 0);

  static void say(long safe, long takenMillis) {
    System.out.println("safe " + safe + " taken " + takenMillis);
  }

  /** Its last word. */
  static RecorderSaid last(Child child) {
    return child
        .output()
        .lines()
        .flatMap(line -> of(line).stream())
        .reduce((_, last) -> last)
        .orElse(NOTHING);
  }

  private static Optional<RecorderSaid> of(String line) {
    if (!line.matches("safe \\d+ taken \\d+")) {
      return Optional.empty();
    }
    String[] words = line.split(" ");
    return Optional.of(new RecorderSaid(Long.parseLong(words[1]), Long.parseLong(words[3])));
  }
}
