package dev.throughline.trials;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbered words such as {@code w17w}: easy to find, to count, and never part of one another. */
public final class Marks {
  private static final Pattern ANY = Pattern.compile("\\bw(\\d{1,18})w\\b");

  private Marks() {}

  public static String mark(long number) {
    return "w" + number + "w";
  }

  /** How often a mark stands in all of the texts together. */
  public static int count(Collection<String> texts, long number) {
    Pattern pattern = Pattern.compile("\\b" + mark(number) + "\\b");
    int count = 0;
    for (String text : texts) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        count++;
      }
    }
    return count;
  }

  /** How often each mark stands in all of the texts together; those that do not are left out. */
  static Map<Long, Integer> counts(Collection<String> texts) {
    Map<Long, Integer> counts = new HashMap<>();
    for (String text : texts) {
      Matcher matcher = ANY.matcher(text);
      while (matcher.find()) {
        counts.merge(Long.valueOf(matcher.group(1)), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Compares the marks 1 to {@code last} with the texts: each must stand there exactly once. */
  public static Verdict judge(Collection<String> texts, long last) {
    int lost = 0;
    int doubled = 0;
    Map<Long, Integer> counts = counts(texts);
    for (long number = 1; number <= last; number++) {
      int count = counts.getOrDefault(number, 0);
      lost += count == 0 ? 1 : 0;
      doubled += count > 1 ? 1 : 0;
    }
    return new Verdict(1, lost, doubled, 0);
  }
}
