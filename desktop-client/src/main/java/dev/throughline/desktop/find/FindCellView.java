package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/** A cell of the results: the head of a group, or a place. */
final class FindCellView extends ListCell<FindRow> {
  /** So many rows before the end, the next page is asked for. */
  private static final int AHEAD = 12;

  private final FindEverywhere model;
  private final FindHeadView head;
  private final FindLineView line = new FindLineView();

  FindCellView(FindEverywhere model) {
    this.model = model;
    this.head = new FindHeadView(model.clock());
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && getItem() != null) {
            model.open(getItem());
          }
        });
  }

  @Override
  protected void updateItem(FindRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove("head");
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    setAccessibleText(FindWords.spoken(row, model.clock()));
    switch (row) {
      case FindRow.Head(HitGroup group) -> {
        getStyleClass().add("head");
        head.show(group);
        setGraphic(head);
      }
      case FindRow.Line(Hit hit, HitGroup _) -> {
        line.show(hit);
        setGraphic(line);
      }
    }
    if (getIndex() >= model.rows().size() - AHEAD) {
      model.more();
    }
  }

  /** The flow asks for heights before it has given the cell its width. */
  private double contentWidth() {
    double whole = getWidth() > 0 ? getWidth() : getListView().getWidth();
    return whole - snappedLeftInset() - snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    Node content = getGraphic();
    return content == null
        ? super.computePrefHeight(width)
        : snappedTopInset() + content.prefHeight(contentWidth()) + snappedBottomInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    if (getGraphic() != null) {
      double height = getHeight() - snappedTopInset() - snappedBottomInset();
      getGraphic().resizeRelocate(snappedLeftInset(), snappedTopInset(), contentWidth(), height);
    }
  }
}
