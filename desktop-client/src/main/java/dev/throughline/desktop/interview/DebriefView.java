package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.Debrief;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The debrief card: three short answers side by side. Enter goes on to the next and after the last
 * closes the card; Shift+Enter begins a line.
 */
final class DebriefView extends VBox {
  private final DebriefViewModel model;
  private final List<TypedAreaView> areas = new ArrayList<>();
  private final HBox questions = new HBox();

  DebriefView(DebriefViewModel model) {
    this.model = model;
    getStyleClass().addAll("tl-well", "debrief");
    for (String field : Debrief.FIELDS) {
      questions.getChildren().add(question(field));
    }
    questions.getStyleClass().add("questions");
    Label title = Labels.h3(Texts.text("session.debrief.title"));
    Label hint = Labels.small(Texts.text("session.debrief.hint"));
    HBox head =
        new HBox(
            title,
            hint,
            Spaces.grow(),
            Buttons.small(Buttons.standard(Texts.text("session.debrief.done"), model::done)));
    head.getStyleClass().add("head");
    getChildren().addAll(head, questions);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
  }

  /** Puts the caret into the first answer. */
  void typeNow() {
    areas.getFirst().requestFocus();
  }

  private Node question(String field) {
    String words = Texts.text("session.debrief." + field);
    TypedAreaView area = new TypedAreaView(words);
    area.getStyleClass().add("answer");
    area.setPrefRowCount(2);
    area.show(model.answer(field));
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.answer(field).save();
              }
            });
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(area, event));
    TabLeaves.from(area);
    areas.add(area);
    Label label = Labels.wrapping(Labels.small(words));
    label.setLabelFor(area);
    VBox question = new VBox(label, area);
    question.getStyleClass().add("question");
    HBox.setHgrow(question, Priority.ALWAYS);
    return question;
  }

  private void keyPressed(TypedAreaView area, KeyEvent event) {
    int at = areas.indexOf(area);
    if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      area.replaceSelection("\n");
    } else if (event.getCode() == KeyCode.ENTER && at + 1 < areas.size()) {
      areas.get(at + 1).requestFocus();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
      model.done();
    } else {
      return;
    }
    event.consume();
  }
}
