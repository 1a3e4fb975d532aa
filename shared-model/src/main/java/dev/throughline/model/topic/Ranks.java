package dev.throughline.model.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts that order lines, with room between any two of them: a line put between two others gets a
 * text between theirs, and no other line changes. Pure. Two people who put a line at one place may
 * give both the same rank; both lines stay, ordered by id.
 */
public final class Ranks {
  /** Longer ranks do not exist; a guide that would need one is ranked anew. */
  public static final int LENGTH_MAX = 200;

  /** In the order of the store's index; capitals would be folded there. */
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private static final int BASE = DIGITS.length();

  private Ranks() {}

  /**
   * Ranks for lines put between two others, in order.
   *
   * @param before the rank above; empty for the beginning
   * @param after the rank below; empty for the end
   * @return nothing when there is no room between the two, because they are equal, out of order,
   *     unknown to this version or too long: rank the whole guide anew with {@link #spread}
   */
  public static Optional<List<String>> between(String before, String after, int count) {
    boolean isOrdered = after.isEmpty() || before.compareTo(after) < 0;
    if (!isRank(before) || !isRank(after) || !isOrdered) {
      return Optional.empty();
    }
    List<String> ranks = new ArrayList<>();
    fill(before, after, count, ranks);
    return ranks.stream().allMatch(rank -> rank.length() <= LENGTH_MAX)
        ? Optional.of(ranks)
        : Optional.empty();
  }

  /** Ranks for a whole guide, evenly apart. */
  public static List<String> spread(int count) {
    List<String> ranks = new ArrayList<>();
    fill("", "", count, ranks);
    return ranks;
  }

  private static void fill(String before, String after, int count, List<String> ranks) {
    if (count > 0) {
      String middle = middle(before, after);
      int above = (count - 1) / 2;
      fill(before, middle, above, ranks);
      ranks.add(middle);
      fill(middle, after, count - 1 - above, ranks);
    }
  }

  /** A text ending in zero has no room before it, so none is ever made. */
  private static boolean isRank(String text) {
    return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) && !text.endsWith("0");
  }

  private static String middle(String before, String after) {
    int same = 0;
    while (same < after.length() && digit(before, same) == digit(after, same)) {
      same++;
    }
    if (same > 0) {
      String rest = before.substring(Math.min(same, before.length()));
      return after.substring(0, same) + middle(rest, after.substring(same));
    }
    int low = digit(before, 0);
    int high = after.isEmpty() ? BASE : digit(after, 0);
    if (high - low > 1) {
      return DIGITS.substring((low + high) / 2, (low + high) / 2 + 1);
    }
    if (after.length() > 1) {
      return after.substring(0, 1);
    }
    String rest = before.isEmpty() ? "" : before.substring(1);
    return DIGITS.charAt(low) + middle(rest, "");
  }

  private static int digit(String rank, int at) {
    return at < rank.length() ? DIGITS.indexOf(rank.charAt(at)) : 0;
  }
}
