package dev.throughline.desktop.find;

import dev.throughline.desktop.ui.Focus;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The page of find everywhere: a field, what narrows it, and the places below. Kept as it is while
 * one looks at a place, so that coming back goes on where one left.
 */
public final class FindEverywherePage extends StackPane {
  private final FindEverywhere model;
  private final FindField field;
  private final FindResultsView results;
  private boolean isInResults;

  public FindEverywherePage(FindEverywhere model) {
    this.model = model;
    this.results = new FindResultsView(model, this::typeNow);
    this.field = new FindField(model, results::enter, results::openFirst);
    getStyleClass().add("tl-everywhere");
    var header = new SheetHeader(Texts.text("find.title"));
    header.countProperty().bind(model.answerProperty().map(FindWords::count));
    var top = new VBox(field, new FindFacetsView(model), new FindNoticeView(model));
    top.getStyleClass().add("asked");
    var body = new BorderPane(results);
    body.setTop(top);
    getChildren().add(new Sheet().header(header).content(body));
    results.onFocus(() -> isInResults = true);
    sceneProperty().subscribe(this::moved);
  }

  /** Puts the caret into the field, its words selected to be typed over. */
  public void typeNow() {
    isInResults = false;
    Focus.give(field);
    field.selectAll();
  }

  /** Gives the focus to where one left or asked to be: the results, or the field. */
  @Override
  public void requestFocus() {
    if (isInResults && results.isEntered()) {
      results.enter();
    } else if (!field.isFocused()) {
      typeNow();
    }
  }

  private void moved(@Nullable Scene scene) {
    if (scene != null) {
      model.shown();
      // A node can take the focus only once the whole place is in the window.
      Platform.runLater(this::requestFocus);
    }
  }
}
