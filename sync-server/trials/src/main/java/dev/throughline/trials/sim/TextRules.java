package dev.throughline.trials.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of a text that was made of two edits of one base, told by its words: nobody's new
 * word is missing, nothing that was taken out comes back without a conflict, both keep their order.
 */
final class TextRules {
  private final List<String> base;
  private final List<String> theirs;
  private final List<String> ours;

  TextRules(String base, String theirs, String ours) {
    this.base = Tokens.wordsOf(base);
    this.theirs = Tokens.wordsOf(theirs);
    this.ours = Tokens.wordsOf(ours);
  }

  /** What is wrong with a merged text; empty when nothing is. */
  Optional<String> wrong(String result, boolean isConflict) {
    List<String> words = Tokens.wordsOf(result);
    Set<String> seen = new HashSet<>(words);
    for (String word : fresh(theirs)) {
      if (!seen.contains(word)) {
        return Optional.of("their word " + word + " is missing");
      }
    }
    for (String word : fresh(ours)) {
      if (!seen.contains(word)) {
        return Optional.of("our word " + word + " is missing");
      }
    }
    for (String word : isPlain() ? base : List.<String>of()) {
      if (theirs.contains(word) && ours.contains(word) && !seen.contains(word)) {
        return Optional.of("the word " + word + " that both left is missing");
      }
    }
    for (String word : words) {
      if (!theirs.contains(word) && !ours.contains(word)) {
        return Optional.of("the word " + word + " that both took out is back");
      }
    }
    if (!isConflict && isPlain() && seen.size() != words.size()) {
      return Optional.of("a word stands twice");
    }
    return isConflict
            || !isPlain()
            || (isInOrder(without(theirs, removed(ours)), words)
                && isInOrder(without(ours, removed(theirs)), words))
        ? Optional.empty()
        : Optional.of("words changed places");
  }

  /**
   * Whether each word is of one side and stands once, in the base's order. Not so once somebody put
   * an older text back, or typed on one that had changed under their hands.
   */
  private boolean isPlain() {
    return isEachOnce(base)
        && isEachOnce(theirs)
        && isEachOnce(ours)
        && fresh(theirs).stream().noneMatch(ours::contains)
        && keepsOrder(theirs)
        && keepsOrder(ours);
  }

  private static boolean isEachOnce(List<String> words) {
    return new HashSet<>(words).size() == words.size();
  }

  private boolean keepsOrder(List<String> side) {
    List<String> common = new ArrayList<>(side);
    common.retainAll(base);
    return isInOrder(common, base);
  }

  /** Whether both replaced the same word, at least one by other words. */
  boolean isConflictDue() {
    return isPlain()
        && base.stream()
            .anyMatch(
                word ->
                    !theirs.contains(word)
                        && !ours.contains(word)
                        && (isReplaced(word, theirs) || isReplaced(word, ours))
                        && !replacement(word, theirs).equals(replacement(word, ours)));
  }

  /** Whether the sides changed places that touch each other. */
  boolean isConflictPossible() {
    Set<Integer> touched = touched(ours);
    return !isPlain()
        || touched(theirs).stream()
            .anyMatch(mine -> touched.stream().anyMatch(other -> Math.abs(mine - other) <= 2));
  }

  /** Where in the base a side took words out, or put some in. */
  private Set<Integer> touched(List<String> side) {
    Set<Integer> touched = new HashSet<>();
    removed(side).forEach(word -> touched.add(base.indexOf(word)));
    int last = -1;
    for (String word : side) {
      int at = base.indexOf(word);
      if (at < 0) {
        touched.add(last);
      }
      last = at < 0 ? last : at;
    }
    return touched;
  }

  @Override
  public String toString() {
    return "base " + base + " theirs " + theirs + " ours " + ours + " ";
  }

  private boolean isReplaced(String word, List<String> side) {
    return !replacement(word, side).isEmpty();
  }

  /** The new words between the neighbours of the base that are left on this side. */
  private List<String> replacement(String word, List<String> side) {
    int at = base.indexOf(word);
    int from = 0;
    for (String left : base.subList(0, at)) {
      from = Math.max(from, side.indexOf(left) + 1);
    }
    int to = side.size();
    for (String right : base.subList(at + 1, base.size())) {
      to = side.contains(right) ? Math.min(to, side.indexOf(right)) : to;
    }
    return from < to ? side.subList(from, to) : List.of();
  }

  private List<String> fresh(List<String> side) {
    return without(side, new HashSet<>(base));
  }

  private Set<String> removed(List<String> side) {
    return new HashSet<>(without(base, new HashSet<>(side)));
  }

  private static List<String> without(List<String> words, Set<String> gone) {
    List<String> left = new ArrayList<>(words);
    left.removeAll(gone);
    return left;
  }

  private static boolean isInOrder(List<String> part, List<String> whole) {
    int at = 0;
    for (String word : whole) {
      if (at < part.size() && part.get(at).equals(word)) {
        at++;
      }
    }
    return at == part.size();
  }
}
