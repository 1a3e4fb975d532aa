package dev.throughline.desktop.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the things that fit what was typed, best first. Every word must be found, in the title or
 * else in the detail. A title that begins with what was typed goes before one where a word does,
 * that before one that holds it anywhere, that before initials ({@code ni} for "New interview").
 */
final class Ranking {
  private static final int WHOLE = 1_000;
  private static final int START = 500;
  private static final int WORD_START = 200;
  private static final int INSIDE = 60;
  private static final int INITIALS = 40;
  private static final int DETAIL = 20;

  /** What can be used goes before what cannot, when both fit alike. */
  private static final int USABLE = 30;

  /** Among equals the shorter title fits better; more than this makes no difference. */
  private static final int LENGTH_COUNTED_MAX = 19;

  private final Folded typed;
  private final List<Folded> words;

  Ranking(String typed) {
    this.typed = Folded.of(Folded.composed(typed.strip()));
    this.words =
        this.typed.text().isEmpty()
            ? List.of()
            : Arrays.stream(this.typed.text().split("\\s+")).map(Folded::of).toList();
  }

  private record Scored(Thing thing, int score, int order) {
    static final Comparator<Scored> WORST_FIRST =
        Comparator.comparingInt(Scored::score)
            .thenComparing(Comparator.comparingInt(Scored::order).reversed());
  }

  /** The best things; things that fit equally well keep their order. */
  List<Thing> best(List<Thing> things, int countMax) {
    PriorityQueue<Scored> best = new PriorityQueue<>(Scored.WORST_FIRST);
    for (int i = 0; i < things.size(); i++) {
      int score = score(things.get(i));
      boolean isFull = best.size() == countMax;
      // Of two that fit equally well the earlier stays, so that a later one must fit better.
      if (score > 0 && (!isFull || score > best.element().score())) {
        if (isFull) {
          best.remove();
        }
        best.add(new Scored(things.get(i), score, i));
      }
    }
    List<Scored> sorted = new ArrayList<>(best);
    sorted.sort(Scored.WORST_FIRST.reversed());
    return sorted.stream().map(Scored::thing).toList();
  }

  /** How well it fits; 0 when it does not; while nothing is typed everything does. */
  int score(Thing thing) {
    if (words.isEmpty()) {
      return thing.off().isPresent() ? 1 : 2;
    }
    int score = thing.folded().text().equals(typed.text()) ? WHOLE : 0;
    for (Folded word : words) {
      int found = word(thing, word);
      if (found == 0) {
        return 0;
      }
      score += found;
    }
    if (words.size() > 1 && thing.folded().text().contains(typed.text())) {
      score += INSIDE;
    }
    int fits = score + (thing.off().isPresent() ? 0 : USABLE);
    return fits + LENGTH_COUNTED_MAX - Math.min(LENGTH_COUNTED_MAX, thing.title().length() / 4);
  }

  private static int word(Thing thing, Folded word) {
    Folded title = thing.folded();
    boolean isLetter = word.text().length() == 1 && Folded.isAlone(word.text().charAt(0));
    int found = !title.mayHold(word) ? 0 : isLetter ? letter(title, word) : inTitle(title, word);
    if (found > 0) {
      return found;
    }
    boolean mayBeInitials = word.text().length() > 1 && title.mayBegin(word);
    if (mayBeInitials && isInitials(title.text(), word.text())) {
      return INITIALS;
    }
    Folded detail = thing.foldedDetail();
    boolean isInDetail = detail.mayHold(word) && (isLetter || detail.text().contains(word.text()));
    return isInDetail ? DETAIL : 0;
  }

  /** Of a letter the title holds for certain. */
  private static int letter(Folded title, Folded letter) {
    if (title.text().charAt(0) == letter.text().charAt(0)) {
      return START;
    }
    return title.mayBeginWith(letter) ? WORD_START : INSIDE;
  }

  private static int inTitle(Folded folded, Folded word) {
    String title = folded.text();
    int at = title.indexOf(word.text());
    if (at <= 0) {
      return at == 0 ? START : 0;
    }
    int next = folded.mayBeginWith(word) ? at : -1;
    for (; next > 0; next = title.indexOf(word.text(), next + 1)) {
      if (!Character.isLetterOrDigit(title.charAt(next - 1))) {
        return WORD_START;
      }
    }
    return INSIDE;
  }

  private static boolean isInitials(String title, String word) {
    int next = 0;
    boolean isStart = true;
    for (int i = 0; i < title.length() && next < word.length(); i++) {
      boolean isPart = Character.isLetterOrDigit(title.charAt(i));
      if (isStart && isPart) {
        if (title.charAt(i) != word.charAt(next)) {
          return false;
        }
        next++;
      }
      isStart = !isPart;
    }
    return next == word.length();
  }

  /** A piece of a title; {@code fits} where it is what was typed. */
  record Piece(String text, boolean fits) {}

  /** The title cut where the words of the question stand in it. */
  List<Piece> pieces(String title) {
    String folded = Folded.of(title).text();
    boolean[] marked = new boolean[title.length()];
    for (String word : words.stream().map(Folded::text).toList()) {
      int at = folded.indexOf(word);
      for (int next = at; next > 0; next = folded.indexOf(word, next + 1)) {
        if (!Character.isLetterOrDigit(folded.charAt(next - 1))) {
          at = next;
          break;
        }
      }
      for (int i = Math.max(at, 0); at >= 0 && i < at + word.length(); i++) {
        marked[i] = true;
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= title.length(); i++) {
      if (i == title.length() || marked[i] != marked[from]) {
        pieces.add(new Piece(title.substring(from, i), marked[from]));
        from = i;
      }
    }
    return pieces;
  }
}
