package dev.throughline.desktop.history;

import java.util.List;

/**
 * A revision as people read it.
 *
 * @param who the author, or who it was as far as that is known
 * @param where which computer
 * @param note what is special about it; empty for an ordinary change
 */
record RevisionWords(Revision revision, String who, String where, String note, List<Line> lines) {
  /**
   * One field from what to what.
   *
   * @param isKnown whether it is known what was before
   */
  record Line(String field, String before, String after, boolean isKnown) {}

  RevisionWords {
    lines = List.copyOf(lines);
  }
}
