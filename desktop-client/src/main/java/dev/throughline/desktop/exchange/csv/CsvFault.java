package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.ui.Texts;

/** A cell that cannot be taken in: ends the reading of the whole file. */
final class CsvFault extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  private CsvFault(int line, int column, String sentence) {
    super(sentence);
    this.line = line;
    this.column = column;
  }

  /** Names line and column by itself; {@code what} says the rest. */
  static CsvFault at(int line, int column, String heading, String what) {
    return new CsvFault(line, column, Texts.text("exchange.csv.cell", line, column, heading, what));
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
