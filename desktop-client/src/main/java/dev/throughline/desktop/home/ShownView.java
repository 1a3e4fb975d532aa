package dev.throughline.desktop.home;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** Ties parts of a view to what the model says. */
final class ShownView {
  private ShownView() {}

  /** The node takes room only while it is shown. */
  static void during(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  /** Shows the list now and after every change. */
  static <T> void follow(ObservableList<T> rows, Consumer<List<T>> show) {
    rows.addListener((ListChangeListener<T>) _ -> show.accept(rows));
    show.accept(rows);
  }
}
