package dev.throughline.desktop.outbox;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Brings a shown list up to date without disturbing what the person has selected in it. */
public final class Rows {
  private Rows() {}

  /** Changes single rows where the keys are still the same, all of them otherwise. */
  public static <T> void replace(ObservableList<T> shown, List<T> next, Function<T, Object> key) {
    if (!keys(shown, key).equals(keys(next, key))) {
      shown.setAll(next);
      return;
    }
    for (int i = 0; i < next.size(); i++) {
      if (!shown.get(i).equals(next.get(i))) {
        shown.set(i, next.get(i));
      }
    }
  }

  private static <T> List<Object> keys(List<T> rows, Function<T, Object> key) {
    return rows.stream().map(key).toList();
  }
}
