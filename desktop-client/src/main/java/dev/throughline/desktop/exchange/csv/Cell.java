package dev.throughline.desktop.exchange.csv;

/**
 * The text of a cell, so that no spreadsheet takes it for a formula. What begins like one gets an
 * apostrophe in front, and so does what begins with apostrophes before that; reading takes one away
 * again. Both ways together give back every text.
 */
final class Cell {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private Cell() {}

  static String guarded(String text) {
    return isFormula(text, 0) ? "'" + text : text;
  }

  static String read(String cell) {
    return cell.startsWith("'") && isFormula(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
