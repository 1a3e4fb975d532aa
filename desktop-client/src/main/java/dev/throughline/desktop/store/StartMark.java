package dev.throughline.desktop.store;

import java.sql.SQLException;

/**
 * The last time this profile was opened.
 *
 * @param incarnation rises with every start; 0 before the first
 * @param opNo the highest operation number that was used before
 */
public record StartMark(long incarnation, long opNo) {
  static StartMark of(Facts facts) throws SQLException {
    return new StartMark(facts.number("incarnation"), facts.number("startedOpNo"));
  }

  /** Notes a start at the number reached by then. */
  static void put(Facts facts, long incarnation) throws SQLException {
    facts.put("incarnation", incarnation);
    facts.put("startedOpNo", facts.number("opNo"));
  }
}
