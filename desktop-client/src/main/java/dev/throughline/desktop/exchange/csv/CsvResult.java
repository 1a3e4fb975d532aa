package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.exchange.Remark;
import java.util.List;

/** What became of reading a table in. */
public sealed interface CsvResult {
  /**
   * All rows are in.
   *
   * @param made records that were not here
   * @param changed records whose row said something else than they did
   * @param remarks columns that were left out
   */
  record Imported(CsvTable table, int rows, int made, int changed, List<Remark> remarks)
      implements CsvResult {
    public Imported {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The sentence says whether anything was imported.
   *
   * @param column from 1; 0 when no cell is to blame
   */
  record Refused(int line, int column, String code, String sentence) implements CsvResult {}

  record Cancelled() implements CsvResult {}
}
