package dev.throughline.desktop.search;

import java.util.List;

/**
 * One thing a place must hold, or must not: a word, or words that follow each other.
 *
 * @param in where it is looked for
 * @param words folded; never empty
 * @param isOpen whether the last word may go on, because it is still being typed
 * @param isExcluded whether places that hold it are left out
 */
record FindWord(In in, List<String> words, boolean isOpen, boolean isExcluded) {
  /** Where a word is looked for, and the prefix that says so. */
  enum In {
    ANYWHERE(""),
    TITLE("title"),
    NOTES("notes"),
    SAID("said"),
    BY("by"),
    STUDY("study");

    private final String prefix;

    In(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }
  }

  FindWord {
    words = List.copyOf(words);
  }

  FindWord open() {
    return new FindWord(in, words, true, isExcluded);
  }

  /** Whether these words stand in a text from its {@code at}-th word on. */
  boolean standsAt(List<WordAnalyzer.Word> text, int at) {
    if (at + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String there = text.get(at + i).folded();
      boolean mayGoOn = isOpen && i == words.size() - 1;
      if (!(mayGoOn ? there.startsWith(words.get(i)) : there.equals(words.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
