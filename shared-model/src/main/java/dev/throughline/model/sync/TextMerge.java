package dev.throughline.model.sync;

import java.util.List;

/**
 * Three-way merge of long texts on words (JGit's merge algorithm over {@link Words}). Every word
 * that either side inserted is in the result; where both changed the same words, theirs stand first
 * and ours after them.
 */
public final class TextMerge {
  /**
   * A merged text.
   *
   * @param overlaps passages both sides changed differently
   */
  public record Merged(String text, List<Overlap> overlaps) {
    public Merged {
      overlaps = List.copyOf(overlaps);
    }
  }

  /** A passage both sides changed: what it was, what each made of it. */
  public record Overlap(String base, String theirs, String ours) {}

  private TextMerge() {}

  /** Merges what {@code ours} and {@code theirs} made of {@code base}. Pure and deterministic. */
  public static Merged merge(String base, String theirs, String ours) {
    if (theirs.equals(ours) || base.equals(ours)) {
      return new Merged(theirs, List.of());
    }
    if (base.equals(theirs)) {
      return new Merged(ours, List.of());
    }
    Words before = Words.of(base);
    return new Passages(before, Words.of(theirs), Words.of(ours)).merged();
  }
}
