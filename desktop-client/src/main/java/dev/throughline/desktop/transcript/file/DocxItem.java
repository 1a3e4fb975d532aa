package dev.throughline.desktop.transcript.file;

import java.util.List;

/**
 * What a Word document consists of, in order. Numbers count its paragraphs from 1, those in tables
 * too.
 */
sealed interface DocxItem {
  int number();

  /**
   * A line of a paragraph.
   *
   * @param boldLength how many of its first characters are bold
   * @param isLast whether the paragraph ends here
   */
  record Line(int number, String text, int boldLength, boolean isLast) implements DocxItem {}

  /** A paragraph in the style of titles. */
  record Title(int number, String text) implements DocxItem {}

  /**
   * A row of a table.
   *
   * @param table counts the tables
   */
  record Row(int number, int table, List<String> cells) implements DocxItem {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
