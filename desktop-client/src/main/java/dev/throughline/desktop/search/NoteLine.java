package dev.throughline.desktop.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of notes that is not blank.
 *
 * @param number counts all lines, from 0
 * @param begin where it begins in the notes
 */
record NoteLine(int number, int begin, String text) {
  static List<NoteLine> of(String notes) {
    List<NoteLine> lines = new ArrayList<>();
    int begin = 0;
    for (int number = 0; begin <= notes.length(); number++) {
      int end = notes.indexOf('\n', begin);
      String text = notes.substring(begin, end < 0 ? notes.length() : end);
      if (!text.isBlank()) {
        lines.add(new NoteLine(number, begin, text));
      }
      begin = end < 0 ? notes.length() + 1 : end + 1;
    }
    return lines;
  }
}
