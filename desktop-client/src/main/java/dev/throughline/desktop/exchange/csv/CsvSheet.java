package dev.throughline.desktop.exchange.csv;

import java.util.List;

/** What a file holds as a table, before anybody asks what it means. */
sealed interface CsvSheet {
  /** The first line and the others; lines without any text are left out. */
  record Rows(List<String> headings, List<Row> rows) implements CsvSheet {}

  /**
   * One row.
   *
   * @param line where it begins in the file, from 1
   */
  record Row(int line, List<String> cells) {
    /** Empty beyond its end: many programs leave out empty cells there. */
    String cell(int at) {
      return at < cells.size() ? cells.get(at) : "";
    }
  }

  /**
   * It is no table.
   *
   * @param column from 1; 0 when no cell is to blame
   */
  record Fault(int line, int column, Trouble trouble) implements CsvSheet {}

  /** Why a file is no table, with the key of the sentence that says so. */
  enum Trouble {
    ENCODING("exchange.csv.encoding"),
    BINARY("exchange.csv.binary"),
    EMPTY("exchange.csv.empty"),
    QUOTE_OPEN("exchange.csv.quote"),
    QUOTE_BEHIND("exchange.csv.behind"),
    TOO_MANY_ROWS("exchange.csv.rows"),
    TOO_MANY_COLUMNS("exchange.csv.columns");

    private final String key;

    Trouble(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }
}
