package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.consent.Ruling;
import dev.throughline.desktop.exchange.csv.CsvExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The interviews of which words were held back, each with the reason, as a table. */
final class WithheldTable {
  private static final List<String> HEADINGS = List.of("id", "title", "participant", "why");

  private WithheldTable() {}

  static void write(Leaving leaving, OutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Ruling ruling : leaving.withheld()) {
      rows.add(
          List.of(
              ruling.interview().toString(),
              ruling.title(),
              ruling.who(),
              leaving.why(ruling.interview())));
    }
    CsvExport.writeRows(HEADINGS, rows, out);
  }
}
