package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.exchange.csv.CsvSheet.Fault;
import dev.throughline.desktop.exchange.csv.CsvSheet.Row;
import dev.throughline.desktop.exchange.csv.CsvSheet.Rows;
import dev.throughline.desktop.exchange.csv.CsvSheet.Trouble;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table: any line ends, commas, semicolons or tabs. Holds the whole file, which is bounded,
 * and stops at the limits.
 */
final class CsvParse {
  static final int ROWS_MAX = 100_000;
  static final int COLUMNS_MAX = 2_000;

  private static final char[] DELIMITERS = {',', ';', '\t'};

  private final String text;
  private final char delimiter;
  private int lineAt;
  private int line = 1;

  private CsvParse(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  static CsvSheet of(byte[] bytes) {
    CsvText read = CsvText.of(bytes);
    String text = read.text();
    if (!read.isWhole()) {
      return new Fault(1 + (int) text.chars().filter(c -> c == '\n').count(), 0, Trouble.ENCODING);
    }
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      return new Fault(
          1 + (int) text.substring(0, zero).chars().filter(c -> c == '\n').count(),
          0,
          Trouble.BINARY);
    }
    return text.isBlank()
        ? new Fault(1, 0, Trouble.EMPTY)
        : new CsvParse(text, delimiter(text)).read();
  }

  /** The one that makes most known headings of the first line, else most headings. */
  private static char delimiter(String text) {
    char best = DELIMITERS[0];
    long bestScore = -1;
    for (char delimiter : DELIMITERS) {
      List<String> headings = firstCells(text, delimiter);
      List<String> plain = headings.stream().map(Column::plain).toList();
      long known =
          Arrays.stream(CsvTable.values()).mapToLong(table -> table.known(plain)).max().orElse(0);
      long score = known * (COLUMNS_MAX + 1L) + Math.min(headings.size(), COLUMNS_MAX);
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  private static List<String> firstCells(String text, char delimiter) {
    try (CSVParser parser = parser(text.stripLeading(), delimiter)) {
      CSVRecord first = parser.iterator().next();
      return first.toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  private static CSVParser parser(String text, char delimiter) throws IOException {
    return CSVParser.builder()
        .setReader(new StringReader(text))
        .setFormat(
            CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get())
        .get();
  }

  private CsvSheet read() {
    List<Row> rows = new ArrayList<>();
    int from = 0;
    try (CSVParser parser = parser(text, delimiter)) {
      for (CSVRecord record : parser) {
        from = (int) record.getCharacterPosition();
        int number = lineOf(from);
        if (record.size() > COLUMNS_MAX) {
          return new Fault(number, COLUMNS_MAX + 1, Trouble.TOO_MANY_COLUMNS);
        }
        if (record.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (rows.size() > ROWS_MAX) {
          return new Fault(number, 0, Trouble.TOO_MANY_ROWS);
        }
        rows.add(new Row(number, record.stream().map(Cell::read).toList()));
      }
    } catch (IOException | UncheckedIOException _) {
      return fault(from);
    }
    if (rows.isEmpty()) {
      return new Fault(1, 0, Trouble.EMPTY);
    }
    return new Rows(rows.getFirst().cells(), rows.subList(1, rows.size()));
  }

  /** The line of a place; places only grow. */
  private int lineOf(int at) {
    while (lineAt < at) {
      char c = text.charAt(lineAt);
      boolean isEnd = c == '\n' || (c == '\r' && !text.startsWith("\n", lineAt + 1));
      line += isEnd ? 1 : 0;
      lineAt++;
    }
    return line;
  }

  /** Looks again at what the parser gave up on, to tell which cell it is. */
  private Fault fault(int from) {
    int column = 1;
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        int start = at;
        at = afterQuote(at + 1);
        if (at < 0) {
          return new Fault(lineOf(start), column, Trouble.QUOTE_OPEN);
        }
        while (at < text.length() && text.charAt(at) == ' ') {
          at++;
        }
        if (at < text.length() && !isCellEnd(text.charAt(at))) {
          return new Fault(lineOf(at), column, Trouble.QUOTE_BEHIND);
        }
      }
      while (at < text.length() && !isCellEnd(text.charAt(at))) {
        at++;
      }
      column = at < text.length() && text.charAt(at) == delimiter ? column + 1 : 1;
      at++;
    }
    return new Fault(lineOf(from), 0, Trouble.QUOTE_OPEN);
  }

  /** The place behind the closing quotation mark; -1 when there is none. */
  private int afterQuote(int from) {
    int at = text.indexOf('"', from);
    while (at >= 0 && text.startsWith("\"\"", at)) {
      at = text.indexOf('"', at + 2);
    }
    return at < 0 ? -1 : at + 1;
  }

  private boolean isCellEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }
}
