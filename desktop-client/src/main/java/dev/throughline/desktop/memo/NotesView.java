package dev.throughline.desktop.memo;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The notes of one interview: a page to type on, with line numbers in its gutter. */
public final class NotesView extends BorderPane {
  private final TypedAreaView area = new TypedAreaView(Texts.text("memo.name"));
  private final FoundMarksView marks = new FoundMarksView();
  private final Label count = Labels.subtle("");
  private boolean typesSoon;

  public NotesView(NotesViewModel model) {
    getStyleClass().add("tl-notes");
    area.setPromptText(Texts.text("memo.prompt"));
    var gutter = new NotesGutterView(area);
    StackPane.setAlignment(gutter, Pos.CENTER_LEFT);
    var head = new HBox(Labels.h3(Texts.text("memo.title")), count);
    head.getStyleClass().add("pane-head");
    setTop(head);
    setCenter(new StackPane(marks, area, gutter));
    area.sceneProperty().addListener(change -> Platform.runLater(this::typeIfWanted));
    area.textProperty().subscribe(this::countLines);
    area.show(model.text());
    area.focusedProperty().subscribe(focused -> leave(model, focused));
    area.scrollTopProperty().addListener(change -> marks.requestLayout());
    area.widthProperty().addListener(change -> marks.requestLayout());
    area.textProperty().addListener(change -> marks.requestLayout());
    model.foundProperty().subscribe(this::mark);
  }

  /** Puts the caret behind the last word, as soon as the page is in a window. */
  public void typeNow() {
    typesSoon = area.getScene() == null;
    if (!typesSoon) {
      area.requestFocus();
      area.end();
    }
  }

  /** A split pane shows its halves only after its first pass; no focus can be taken before. */
  private void typeIfWanted() {
    if (typesSoon) {
      typeNow();
    }
  }

  /** Puts the caret where the find bar is, so that typing can go on there. */
  private void reveal(Found.Span span) {
    if (span.end() <= area.getLength()) {
      area.positionCaret(span.begin());
    }
  }

  private static void leave(NotesViewModel model, boolean focused) {
    if (!focused) {
      model.text().save();
    }
  }

  private void mark(Found found) {
    area.applyCss();
    area.layout();
    marks.show(area.words(), found);
    found.current().ifPresent(this::reveal);
  }

  private void countLines(String text) {
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    count.setText(lines == 0 ? "" : Texts.count("memo.lines", lines));
  }
}
