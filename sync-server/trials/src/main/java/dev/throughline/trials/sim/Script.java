package dev.throughline.trials.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What happens in a run, from outside: who does what when. */
record Script(long seed, int devices, int servers, List<Step> steps) {
  static final int DEVICES_MIN = 2;
  static final int DEVICES_MAX = 6;
  private static final int SERVERS_MAX = 2;

  private static final int STEPS_MIN = 60;
  private static final int STEPS_MAX = 130;
  private static final int CALMS = 2;
  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long WEEK = 7 * 24 * HOUR;

  Script {
    steps = List.copyOf(steps);
  }

  /** The script of a seed; {@code devices} 0 leaves their number to the seed. */
  static Script of(long seed, int devices) {
    Dice dice = Dice.of(seed, 1);
    int byDice = (int) dice.between(DEVICES_MIN, DEVICES_MAX + 1L);
    int count = devices == 0 ? byDice : devices;
    int servers = 1 + dice.below(SERVERS_MAX);
    int length = (int) dice.between(STEPS_MIN, STEPS_MAX);
    List<Step> steps = new ArrayList<>();
    long at = 0;
    int left = 0;
    for (int i = 0; i < length; i++) {
      if (left-- == 0) {
        left = 3 + dice.below(20);
        at += pause(dice);
      }
      at += dice.below(100) < 70 ? dice.below(600) : dice.below(15_000);
      steps.add(new Step(at, dice.below(count), verb(dice), dice.below(1_000_000)));
      if (i % (length / CALMS) == length / CALMS - 1) {
        at += SECOND;
        steps.add(new Step(at, 0, Verb.CALM, 0));
      }
    }
    return new Script(seed, count, servers, steps);
  }

  /** Between two bursts of work: seconds, hours, or weeks. */
  private static long pause(Dice dice) {
    return switch (dice.below(10)) {
      case 0, 1, 2, 3 -> dice.between(SECOND, 60 * SECOND);
      case 4, 5, 6, 7 -> dice.between(60 * SECOND, HOUR);
      case 8 -> dice.between(HOUR, 48 * HOUR);
      default -> dice.between(WEEK, 3 * WEEK);
    };
  }

  private static Verb verb(Dice dice) {
    int sum = Arrays.stream(Verb.values()).mapToInt(verb -> verb.weight).sum();
    int left = dice.below(sum);
    for (Verb verb : Verb.values()) {
      left -= verb.weight;
      if (left < 0) {
        return verb;
      }
    }
    throw new IllegalStateException("the weights add up");
  }

  /** The same run with other steps. */
  Script with(List<Step> others) {
    return new Script(seed, devices, servers, others);
  }

  /** As a replay file. */
  String text() {
    return "seed %s devices %s servers %s%n".formatted(seed, devices, servers)
        + steps.stream().map(step -> step + "\n").collect(Collectors.joining());
  }

  /**
   * Reads a replay file; lines that begin with {@code #} are for people.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static Script of(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<String> head =
        lines.isEmpty() ? List.of() : List.of(lines.getFirst().strip().split(" ", -1));
    if (head.size() != 6 || !isHead(head)) {
      throw new IllegalArgumentException(
          "it does not begin with a line such as \"seed 7 devices 3 servers 1\"");
    }
    int devices = number(head.get(3), DEVICES_MIN, DEVICES_MAX);
    return new Script(
        Step.number(head.get(1)),
        devices,
        number(head.get(5), 1, SERVERS_MAX),
        lines.subList(1, lines.size()).stream().map(line -> Step.of(line, devices)).toList());
  }

  private static boolean isHead(List<String> words) {
    return List.of(words.get(0), words.get(2), words.get(4))
        .equals(List.of("seed", "devices", "servers"));
  }

  private static int number(String word, int least, int most) {
    long number = Step.number(word);
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s stands where %s to %s can".formatted(word, least, most));
    }
    return (int) number;
  }
}
