package dev.throughline.desktop.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What others want to remove and this computer has not taken in: so much that a person decides.
 *
 * @param author who removed most of it; empty when no name was given
 * @param others how many other people removed the rest
 * @param kinds how many records of each kind
 * @param atMillis when the server accepted the last of it
 * @param upToSeq the number of the log entry up to which the pull was held back
 */
public record HeldBack(
    String author, int others, SortedMap<String, Integer> kinds, long atMillis, long upToSeq) {
  public HeldBack {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /** How many records. */
  public int count() {
    return kinds.values().stream().mapToInt(Integer::intValue).sum();
  }
}
