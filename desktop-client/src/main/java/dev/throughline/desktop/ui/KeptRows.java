package dev.throughline.desktop.ui;

import dev.throughline.model.id.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Rows for records, each kept while its record is there, so that the caret stays where it is. */
public final class KeptRows<T, R extends Node> extends VBox {
  private final Function<T, RecordId> id;
  private final Supplier<R> make;
  private final BiConsumer<R, T> fill;
  private final Map<RecordId, R> shown = new HashMap<>();

  /**
   * @param id of what a row shows
   * @param make an empty row
   * @param fill shows something in a row, new or not
   */
  public KeptRows(Function<T, RecordId> id, Supplier<R> make, BiConsumer<R, T> fill) {
    this.id = id;
    this.make = make;
    this.fill = fill;
  }

  /** The row of a record; empty where it has none. */
  public Optional<R> row(RecordId record) {
    return Optional.ofNullable(shown.get(record));
  }

  /** Shows these in this order. */
  public void show(List<T> all) {
    show(all, all.size());
  }

  /**
   * Shows these in this order, but makes only so many rows that are not there yet.
   *
   * @return how many it made
   */
  public int show(List<T> all, int most) {
    List<RecordId> ids = all.stream().map(id).toList();
    shown.keySet().retainAll(ids);
    int made = 0;
    for (T one : all) {
      RecordId of = id.apply(one);
      if (!shown.containsKey(of) && made < most) {
        shown.put(of, make.get());
        made++;
      }
      row(of).ifPresent(row -> fill.accept(row, one));
    }
    List<R> order = ids.stream().flatMap(of -> row(of).stream()).toList();
    if (!getChildren().equals(order)) {
      getChildren().setAll(order);
    }
    return made;
  }
}
