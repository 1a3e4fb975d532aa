package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;

/** Gathers the rows of tables. A table in a cell is part of that cell's text. */
final class DocxTables {
  /** Cells beyond this are part of the last. */
  private static final int CELLS_MAX = 32;

  private final List<DocxItem> items;
  private final List<StringBuilder> cells = new ArrayList<>();
  private int depth;
  private int cellDepth;
  private int tables;
  private int number;

  DocxTables(List<DocxItem> items) {
    this.items = items;
  }

  void beginTable() {
    depth++;
    tables += depth == 1 ? 1 : 0;
  }

  void beginRow(int firstParagraph) {
    if (depth == 1) {
      number = firstParagraph;
      cells.clear();
    }
  }

  void beginCell() {
    cellDepth++;
    if (cellDepth == 1 && cells.size() < CELLS_MAX) {
      cells.add(new StringBuilder());
    }
  }

  boolean isInCell() {
    return cellDepth > 0 && !cells.isEmpty();
  }

  /** Adds a paragraph to the cell. */
  void add(String paragraph) {
    StringBuilder cell = cells.getLast();
    if (!cell.isEmpty()) {
      cell.append('\n');
    }
    cell.append(paragraph);
  }

  void endCell() {
    cellDepth = Math.max(0, cellDepth - 1);
  }

  void endRow() {
    if (depth <= 1 && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      List<String> texts = cells.stream().map(StringBuilder::toString).toList();
      items.add(new DocxItem.Row(number, tables, texts));
      cells.clear();
    }
  }

  void endTable() {
    depth = Math.max(0, depth - 1);
  }
}
