package dev.throughline.model.sync;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/** Puts the passages of one merge together, and tells which of them both sides changed. */
final class Passages {
  private final Words base;
  private final Words theirs;
  private final Words ours;
  private final DiffAlgorithm diff = WordDiff.algorithm();
  private final StringBuilder text = new StringBuilder();
  private final List<TextMerge.Overlap> overlaps = new ArrayList<>();
  private @Nullable EditList theirEdits;
  private @Nullable EditList ourEdits;

  Passages(Words base, Words theirs, Words ours) {
    this.base = base;
    this.theirs = theirs;
    this.ours = ours;
  }

  TextMerge.Merged merged() {
    MergeResult<Words> result = new MergeAlgorithm(diff).merge(Words.SAME, base, theirs, ours);
    String replaced = "";
    String first = "";
    for (MergeChunk chunk : result) {
      Words words = result.getSequences().get(chunk.getSequenceIndex());
      switch (chunk.getConflictState()) {
        case NO_CONFLICT -> text.append(words.text(chunk.getBegin(), chunk.getEnd()));
        case BASE_CONFLICTING_RANGE -> replaced = replaced(chunk);
        case FIRST_CONFLICTING_RANGE -> first = words.text(chunk.getBegin(), chunk.getEnd());
        case NEXT_CONFLICTING_RANGE -> {
          keepBoth(replaced, first, words.text(chunk.getBegin(), chunk.getEnd()));
          replaced = "";
        }
      }
    }
    return new TextMerge.Merged(text.toString(), overlaps);
  }

  private void keepBoth(String replaced, String first, String second) {
    join(first, second);
    if (!replaced.isEmpty()) {
      overlaps.add(new TextMerge.Overlap(replaced, first, second));
    }
  }

  /**
   * The words of the base that both sides replaced; empty when both only inserted. Where the two
   * replacements share words at their ends the algorithm cuts those off the base's range as well,
   * so that it can end before it begins; then the edits themselves tell.
   */
  private String replaced(MergeChunk chunk) {
    if (chunk.getBegin() <= chunk.getEnd()) {
      return base.text(chunk.getBegin(), chunk.getEnd());
    }
    if (theirEdits == null || ourEdits == null) {
      theirEdits = diff.diff(Words.SAME, base, theirs);
      ourEdits = diff.diff(Words.SAME, base, ours);
    }
    return touching(theirEdits, chunk) + touching(ourEdits, chunk);
  }

  private String touching(EditList edits, MergeChunk chunk) {
    StringBuilder removed = new StringBuilder();
    for (Edit edit : edits) {
      if (edit.getBeginA() <= chunk.getBegin() && edit.getEndA() >= chunk.getEnd()) {
        removed.append(base.text(edit.getBeginA(), edit.getEndA()));
      }
    }
    return removed.toString();
  }

  /** Two insertions at one place are no conflict, but they must not run together. */
  private void join(String first, String second) {
    text.append(first);
    boolean touching =
        !first.isEmpty()
            && !second.isEmpty()
            && !Character.isWhitespace(first.charAt(first.length() - 1))
            && !Character.isWhitespace(second.charAt(0));
    if (touching) {
      text.append(first.indexOf('\n') >= 0 || second.indexOf('\n') >= 0 ? "\n" : " ");
    }
    text.append(second);
  }
}
