package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the columns of a table are in a file.
 *
 * @param attributes columns that are attributes of participants, by place
 * @param others columns that are nothing, by place
 */
record Headings(
    CsvTable table,
    List<String> names,
    Map<Column, Integer> places,
    Map<Integer, String> attributes,
    Map<Integer, String> others) {

  static Headings of(CsvTable table, List<String> names) throws CsvFault {
    List<String> plain = names.stream().map(Column::plain).toList();
    Map<Column, Integer> places = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    Map<Integer, String> attributes = new TreeMap<>();
    Map<Integer, String> others = new TreeMap<>();
    for (Column column : table.taken()) {
      int at = column.in(plain);
      if (at >= 0 && !places.containsValue(at)) {
        places.put(column, at);
      }
    }
    List<String> seen = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      if (places.containsValue(at)) {
        continue;
      }
      boolean isAttribute = table == CsvTable.PARTICIPANTS && !names.get(at).isBlank();
      String name = isAttribute ? attribute(names.get(at)) : names.get(at).strip();
      if (isAttribute && seen.contains(name)) {
        throw CsvFault.at(1, at + 1, name, Texts.text("exchange.csv.twice"));
      }
      seen.add(name);
      (isAttribute ? attributes : others).put(at, name);
    }
    return new Headings(table, names, places, attributes, others);
  }

  private static String attribute(String heading) {
    return heading.startsWith(CsvExport.ATTRIBUTE)
        ? heading.substring(CsvExport.ATTRIBUTE.length())
        : heading.strip();
  }

  /** Whether the heading at that place stands at another already, which is the one that is read. */
  boolean isTwice(int at) {
    String plain = Column.plain(names.get(at));
    return places.values().stream().anyMatch(taken -> Column.plain(names.get(taken)).equals(plain));
  }

  /** What the row holds for a column; empty when the file has no such column. */
  String cell(CsvSheet.Row row, Column column) {
    Integer at = places.get(column);
    return at == null ? "" : row.cell(at);
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The place of a column from 1, as people count; 0 when it is not there. */
  int number(Column column) {
    return places.getOrDefault(column, -1) + 1;
  }
}
