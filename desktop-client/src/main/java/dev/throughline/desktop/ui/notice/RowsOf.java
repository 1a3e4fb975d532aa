package dev.throughline.desktop.ui.notice;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Keeps one row for each item of a short list, so that what has the focus keeps it. */
final class RowsOf<T> {
  private final List<T> items;
  private final VBox rows;
  private final Function<T, Node> make;
  private final Map<T, Node> made = new IdentityHashMap<>();

  RowsOf(List<T> items, VBox rows, Function<T, Node> make) {
    this.items = items;
    this.rows = rows;
    this.make = make;
  }

  void fill() {
    made.keySet().removeIf(item -> items.stream().noneMatch(kept -> kept == item));
    rows.getChildren().setAll(items.stream().map(this::row).toList());
  }

  private Node row(T item) {
    return made.computeIfAbsent(item, make);
  }
}
