package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of the Inbox: what it is, what it is about, and since when. */
final class InboxCellView extends ListCell<InboxItem> {
  private final InboxViewModel model;
  private final StackPane lead = new StackPane();
  private final Label title = Labels.h3("");
  private final Label line = Labels.small("");
  private final Label time = Labels.cap("");
  private final HBox content;

  InboxCellView(InboxViewModel model) {
    this.model = model;
    line.setTextOverrun(OverrunStyle.ELLIPSIS);
    Hint.whole(line);
    Hint.whole(title);
    HBox first = new HBox(title, time);
    first.getStyleClass().add("first");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    time.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(first, line);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    lead.getStyleClass().add("lead");
    content = new HBox(lead, words);
    content.getStyleClass().add("inbox-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable InboxItem item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    lead.getChildren().setAll(item.icon().line());
    title.setText(item.title());
    line.setText(item.line());
    time.setText(item.atMillis() == 0 ? "" : model.at(item.atMillis()));
    setGraphic(content);
    setAccessibleText(Texts.text("inbox.item.spoken", item.title(), item.line(), time.getText()));
  }
}
