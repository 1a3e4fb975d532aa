package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.exchange.HomeRecords;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.kind.FieldMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table: UTF-8 with a mark, as spreadsheets expect it, commas, CR LF. Records stand in the
 * order of their ids; the trash and the sample are left out.
 */
public final class CsvExport {
  /** What a heading of an attribute gets in front when it would be taken for one of ours. */
  static final String ATTRIBUTE = "attribute:";

  /** More attributes are left to the workspace file; spreadsheets end at 16,384 columns. */
  static final int ATTRIBUTES_MAX = CsvParse.COLUMNS_MAX - 3;

  private final HomeRecords records;
  private final Directory names;
  private final Leaving leaving;

  /**
   * @param leaving decides which notes may be written
   */
  public CsvExport(LocalStore store, Leaving leaving) {
    this.leaving = leaving;
    this.records = new HomeRecords(store);
    this.names = Directory.of(records);
  }

  /** Writes the table and leaves the stream open. */
  public void write(CsvTable table, OutputStream out) throws IOException {
    List<String> attributes = table == CsvTable.PARTICIPANTS ? attributes() : List.of();
    CSVPrinter printer = printer(out);
    List<String> headings = new ArrayList<>();
    table.columns().forEach(column -> headings.add(column.name()));
    attributes.forEach(name -> headings.add(Cell.guarded(heading(name))));
    printer.printRecord(headings);
    try {
      records.each(
          table.kind(),
          view ->
              leaving
                  .of(view)
                  .ifPresent(released -> row(printer, table, attributes, released.record())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    printer.flush();
  }

  /** Writes other rows as a table of the same form and leaves the stream open. */
  public static void writeRows(List<String> headings, List<List<String>> rows, OutputStream out)
      throws IOException {
    CSVPrinter printer = printer(out);
    printer.printRecord(headings);
    for (List<String> row : rows) {
      printer.printRecord(row.stream().map(Cell::guarded).toList());
    }
    printer.flush();
  }

  private static CSVPrinter printer(OutputStream out) throws IOException {
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    return new CSVPrinter(writer, CSVFormat.RFC4180);
  }

  static String heading(String attribute) {
    boolean isAmbiguous =
        attribute.isBlank()
            || !attribute.equals(attribute.strip())
            || attribute.startsWith(ATTRIBUTE)
            || CsvTable.isTaken(attribute);
    return isAmbiguous ? ATTRIBUTE + attribute : attribute;
  }

  private List<String> attributes() {
    TreeSet<String> found = new TreeSet<>();
    records.each(
        CsvTable.PARTICIPANTS.kind(),
        view -> found.addAll(new FieldMap(view.fields()).pairs("attributes").keySet()));
    return found.stream().limit(ATTRIBUTES_MAX).toList();
  }

  private void row(CSVPrinter printer, CsvTable table, List<String> attributes, RecordView view) {
    Map<Column, String> cells = RowText.of(table, view.id(), view.fields(), names);
    List<String> row = new ArrayList<>();
    table.columns().forEach(column -> row.add(Cell.guarded(cells.getOrDefault(column, ""))));
    if (!attributes.isEmpty()) {
      Map<String, String> pairs = new FieldMap(view.fields()).pairs("attributes");
      attributes.forEach(name -> row.add(Cell.guarded(pairs.getOrDefault(name, ""))));
    }
    try {
      printer.printRecord(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
