package dev.throughline.desktop.study;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every study, one line each, and the way to make another. */
public final class StudyListPage extends StackPane {
  private final StudyListViewModel model;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader(Texts.text("study.all"));
  private final VBox rows = new VBox();

  public StudyListPage(StudyListViewModel model) {
    this.model = model;
    sheet.header(header.actions(Buttons.primary(Texts.text("study.new"), Icon.ADD, model::create)));
    getChildren().add(sheet);
    model.lines().addListener((ListChangeListener<StudyListViewModel.Line>) _ -> show());
    show();
  }

  private void show() {
    int count = model.lines().size();
    header.count(count == 0 ? "" : Texts.number(count));
    if (count == 0) {
      sheet.content(
          new StackPane(
              new EmptyPlace(
                  Icon.STUDY, Texts.text("study.none.title"), Texts.text("study.none"))));
    } else {
      rows.getChildren().setAll(model.lines().stream().map(this::row).toList());
      sheet.body(Texts.text("study.all"), rows);
    }
  }

  private Node row(StudyListViewModel.Line line) {
    String counts =
        Stream.of(
                Texts.count("home.interviews", line.interviews()),
                line.held() == 0 ? "" : Texts.text("study.held", line.held()))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    ListRow row = new ListRow(StudyListViewModel.title(line.study())).lead(Icon.STUDY);
    String question = line.study().question();
    return (question.isBlank() ? row : row.second(question))
        .state(counts)
        .onOpen(() -> model.open(line));
  }
}
