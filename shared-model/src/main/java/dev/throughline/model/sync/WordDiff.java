package dev.throughline.model.sync;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.HistogramDiff;

/** How words are compared everywhere, so that what people see is what was merged. */
final class WordDiff {
  /**
   * Where a passage shares only words that it repeats more often than this, it counts as replaced
   * whole: comparing each repetition with each would take minutes, while everybody waits.
   */
  private static final int REPETITIONS_MAX = 128;

  private WordDiff() {}

  static DiffAlgorithm algorithm() {
    HistogramDiff diff = new HistogramDiff();
    diff.setMaxChainLength(REPETITIONS_MAX);
    diff.setFallbackAlgorithm(null);
    return diff;
  }
}
