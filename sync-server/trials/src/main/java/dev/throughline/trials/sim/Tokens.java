package dev.throughline.trials.sim;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words that stand for what people typed, each typed once in a run. A word is owed from the moment
 * its gesture is saved, until the one who typed it takes it out again.
 */
final class Tokens {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Set<String> owed = new LinkedHashSet<>();
  private int count;

  String fresh(Device device) {
    return device.name() + "w" + count++;
  }

  void saved(Collection<String> words) {
    owed.addAll(words);
  }

  /** The device takes out what stood in one text and not in the other, if it was its own. */
  void replaced(Device device, String before, String after) {
    Set<String> gone = new TreeSet<>(wordsOf(before));
    gone.removeAll(wordsOf(after));
    gone.stream().filter(word -> word.startsWith(device.name() + "w")).forEach(owed::remove);
  }

  /** The person gives up an operation with these words. */
  void givenUp(Collection<String> words) {
    owed.removeAll(words);
  }

  Set<String> owed() {
    return new TreeSet<>(owed);
  }

  static List<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
