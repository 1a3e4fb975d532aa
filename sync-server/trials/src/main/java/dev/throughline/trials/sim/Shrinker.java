package dev.throughline.trials.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes steps out of a script as long as it still fails in the same way (Zeller's ddmin): first
 * large pieces, then smaller ones, to single steps.
 */
final class Shrinker {
  private static final int RUNS_MAX = 600;

  private final Script script;
  private final Mistake mistake;
  private final String invariant;
  private int runs;

  private Shrinker(Script script, Mistake mistake, String invariant) {
    this.script = script;
    this.mistake = mistake;
    this.invariant = invariant;
  }

  /** The smallest script found that violates the same invariant. */
  static Script shrink(Script failing, Mistake mistake) {
    List<String> violations = Simulation.run(failing, mistake, _ -> {}).violations();
    return violations.isEmpty()
        ? failing
        : new Shrinker(failing, mistake, invariant(violations)).shrink();
  }

  private static String invariant(List<String> violations) {
    String first = violations.getFirst();
    return first.substring(0, first.indexOf(' '));
  }

  private Script shrink() {
    List<Step> steps = script.steps();
    int pieces = 2;
    while (steps.size() >= 2 && pieces <= steps.size() && runs < RUNS_MAX) {
      List<Step> smaller = withoutOnePiece(steps, pieces);
      if (smaller.size() < steps.size()) {
        steps = smaller;
        pieces = Math.max(2, pieces - 1);
      } else {
        pieces = pieces == steps.size() ? pieces + 1 : Math.min(steps.size(), pieces * 2);
      }
    }
    return script.with(steps);
  }

  /** The steps without the first piece that is not needed; all of them when each is. */
  private List<Step> withoutOnePiece(List<Step> steps, int pieces) {
    for (int piece = 0; piece < pieces; piece++) {
      int begin = steps.size() * piece / pieces;
      int end = steps.size() * (piece + 1) / pieces;
      List<Step> left = new ArrayList<>(steps.subList(0, begin));
      left.addAll(steps.subList(end, steps.size()));
      if (fails(left)) {
        return left;
      }
    }
    return steps;
  }

  private boolean fails(List<Step> steps) {
    runs++;
    List<String> violations = Simulation.run(script.with(steps), mistake, _ -> {}).violations();
    return !violations.isEmpty() && invariant(violations).equals(invariant);
  }
}
