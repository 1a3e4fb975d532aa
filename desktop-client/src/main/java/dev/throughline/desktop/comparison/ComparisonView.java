package dev.throughline.desktop.comparison;

import dev.throughline.desktop.comparison.ComparisonViewModel.Line;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Before, yours and now in three equal columns, one row a field. */
public final class ComparisonView extends StackPane {
  private static final int COLUMNS = 3;

  private final ComparisonViewModel model;
  private final VBox fields = new VBox();
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader("");

  public ComparisonView(ComparisonViewModel model) {
    this.model = model;
    getStyleClass().add("tl-comparison");
    fields.getStyleClass().add("fields");
    header.secondProperty().set(Texts.text("comparison.line"));
    sheet.header(header);
    getChildren().add(sheet);
    model.stepProperty().subscribe(step -> header.titleProperty().set(title(step)));
    model.lines().addListener((ListChangeListener<Line>) _ -> fill());
    fill();
  }

  private static String title(String step) {
    return Texts.text("comparison.title", step);
  }

  private void fill() {
    if (model.lines().isEmpty()) {
      sheet.content(
          new StackPane(
              new EmptyPlace(
                  Icon.CHECK,
                  Texts.text("comparison.empty"),
                  Texts.text("comparison.empty.line"))));
      return;
    }
    fields.getChildren().setAll(model.lines().stream().map(this::field).toList());
    sheet.body(Texts.text("comparison.fields"), fields);
  }

  private VBox field(Line line) {
    SectionHeader head = new SectionHeader(line.field()).note(line.where());
    GridPane columns = new GridPane();
    columns.getStyleClass().add("columns");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / COLUMNS);
      third.setHgrow(Priority.ALWAYS);
      columns.getColumnConstraints().add(third);
    }
    columns.add(column("comparison.before", line.before()), 0, 0);
    columns.add(column("comparison.mine", line.mine()), 1, 0);
    columns.add(column("comparison.now", line.now()), 2, 0);
    return new VBox(head, columns, answers(line));
  }

  private static VBox column(String name, String value) {
    Label text = Labels.wrapping(Labels.body(value));
    VBox column = new VBox(Labels.h3(Texts.text(name)), text);
    column.getStyleClass().add("column");
    return column;
  }

  private HBox answers(Line line) {
    List<Button> buttons =
        List.of(
            button("comparison.keep", line, () -> model.keep(line)),
            button("comparison.putBack", line, () -> model.putBack(line)),
            button("comparison.putMine", line, () -> model.putMine(line)));
    HBox answers = new HBox(buttons.toArray(Button[]::new));
    answers.getStyleClass().add("answers");
    return answers;
  }

  private static Button button(String name, Line line, Runnable action) {
    Button button = Buttons.standard(Texts.text(name), action);
    button.setAccessibleText(
        Texts.text("comparison.spoken", Texts.text(name), line.field(), line.where()));
    return button;
  }
}
