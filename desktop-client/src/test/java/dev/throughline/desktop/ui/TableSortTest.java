package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class TableSortTest {
  private static TableView<String> table() {
    TableView<String> table = new TableView<>();
    TableColumn<String, String> words = new TableColumn<>("Words");
    words.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    TableColumn<String, Integer> length = new TableColumn<>("Length");
    length.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().length()));
    table.getColumns().add(words);
    table.getColumns().add(length);
    table.getItems().addAll("pear", "fig", "banana");
    return table;
  }

  @Test
  void aColumnSortsRisingThenFallingAndTakesTheOthersPlace() throws Exception {
    List<List<String>> seen =
        FxThread.call(
            () -> {
              TableView<String> table = table();
              TableSort.by(table, table.getColumns().getFirst());
              List<String> rising = List.copyOf(table.getItems());
              TableSort.by(table, table.getColumns().getFirst());
              List<String> falling = List.copyOf(table.getItems());
              TableSort.by(table, table.getColumns().getLast());
              assertThat(table.getSortOrder()).containsExactly(table.getColumns().getLast());
              return List.of(rising, falling, List.copyOf(table.getItems()));
            });
    assertThat(seen)
        .containsExactly(
            List.of("banana", "fig", "pear"),
            List.of("pear", "fig", "banana"),
            List.of("fig", "pear", "banana"));
  }

  @Test
  void aTableThatIsHiddenIsNotTheOneShown() throws Exception {
    FxThread.call(
        () -> {
          TableView<String> table = table();
          StackPane page = new StackPane(new Label("Head"), table);
          assertThat(TableSort.shown(new StackPane(page)).orElseThrow()).isSameAs(table);
          page.setVisible(false);
          assertThat(TableSort.shown(new StackPane(page))).isEmpty();
          return true;
        });
  }
}
