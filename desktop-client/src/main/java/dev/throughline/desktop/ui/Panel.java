package dev.throughline.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Content of the context panel: tabs and a close button in its head, one tab's content below. */
public final class Panel extends BorderPane {
  public Panel(SegmentedTabs tabs, Runnable close) {
    getStyleClass().add("tl-panel");
    var shut = Buttons.small(Buttons.icon(Icon.CLOSE, Texts.text("ui.panel.close"), close));
    var head = new HBox(tabs, Spaces.grow(), shut);
    head.getStyleClass().add("head");
    setTop(head);
  }

  /** Replaces what the panel shows, scrolling when it needs to. */
  public Panel body(String name, Node... sections) {
    setCenter(Sheet.scrolling(name, Sheet.column(sections)));
    return this;
  }
}
