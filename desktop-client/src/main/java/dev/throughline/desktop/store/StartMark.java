package dev.throughline.desktop.store;

import java.sql.SQLException;

/**
 * The last time this profile was opened.
 *
 * @param incarnation rises with every start; 0 before the first
 * @param opNo the highest operation number that was used before
 * @param sentOpNo the highest of an operation that may have reached a server before
 */
public record StartMark(long incarnation, long opNo, long sentOpNo) {
  static StartMark of(Facts facts) throws SQLException {
    return new StartMark(
        facts.number("incarnation"), facts.number("startedOpNo"), facts.number("startedSentOpNo"));
  }

  /**
   * Notes that operations up to this number may have reached a server. A renewed journal does not
   * tell which did, so all before it may have.
   */
  static void sent(Facts facts, long highest) throws SQLException {
    facts.put("sentOpNo", Math.max(highest, facts.number("sentOpNo")));
  }

  /** Notes a start at the number reached by then. */
  static void put(Facts facts, long incarnation) throws SQLException {
    facts.put("incarnation", incarnation);
    facts.put("startedOpNo", facts.number("opNo"));
    facts.put("startedSentOpNo", facts.number("sentOpNo"));
  }
}
