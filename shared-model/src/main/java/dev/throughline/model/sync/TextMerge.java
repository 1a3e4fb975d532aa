package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

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
    MergeResult<Words> result =
        new MergeAlgorithm().merge(Words.SAME, Words.of(base), Words.of(theirs), Words.of(ours));
    return assemble(result);
  }

  private static Merged assemble(MergeResult<Words> result) {
    StringBuilder text = new StringBuilder();
    List<Overlap> overlaps = new ArrayList<>();
    String base = "";
    String theirs = "";
    for (MergeChunk chunk : result) {
      String passage =
          result
              .getSequences()
              .get(chunk.getSequenceIndex())
              .text(chunk.getBegin(), chunk.getEnd());
      switch (chunk.getConflictState()) {
        case NO_CONFLICT -> text.append(passage);
        case FIRST_CONFLICTING_RANGE -> {
          theirs = passage;
          base = "";
        }
        case BASE_CONFLICTING_RANGE -> base = passage;
        case NEXT_CONFLICTING_RANGE -> {
          join(text, theirs, passage);
          if (!base.isEmpty()) {
            overlaps.add(new Overlap(base, theirs, passage));
          }
        }
      }
    }
    return new Merged(text.toString(), overlaps);
  }

  /** Two insertions at one place are no conflict, but they must not run together. */
  private static void join(StringBuilder text, String theirs, String ours) {
    text.append(theirs);
    boolean touching =
        !theirs.isEmpty()
            && !ours.isEmpty()
            && !Character.isWhitespace(theirs.charAt(theirs.length() - 1))
            && !Character.isWhitespace(ours.charAt(0));
    if (touching) {
      text.append(theirs.indexOf('\n') >= 0 || ours.indexOf('\n') >= 0 ? "\n" : " ");
    }
    text.append(ours);
  }
}
