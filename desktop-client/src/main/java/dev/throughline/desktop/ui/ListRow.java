package dev.throughline.desktop.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A row of a list: lead icon, title, muted second line, state at the right, actions that appear on
 * hover and focus without moving anything. Its words start at the text edge of the sheet; its
 * highlight reaches further out.
 */
public final class ListRow extends HBox {
  private final Label title;
  private final Label second = Labels.wrapping(Labels.styled("", "second"));
  private final VBox words = new VBox();
  private final HBox state = new HBox();
  private final HBox actions = new HBox();

  public ListRow(String title) {
    this.title = Labels.wrapping(Labels.body(title));
    getStyleClass().addAll("tl-row", "flat-row");
    words.getStyleClass().add("words");
    words.getChildren().add(this.title);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    state.getStyleClass().add("state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    actions.getStyleClass().add("actions");
    actions.setMinWidth(Region.USE_PREF_SIZE);
    show(actions);
    show(state);
    getChildren().addAll(words, actions, state);
  }

  public ListRow lead(Icon icon) {
    return lead(icon.line());
  }

  public ListRow lead(Node node) {
    var lead = new StackPane(node);
    lead.getStyleClass().add("lead");
    lead.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addFirst(lead);
    return this;
  }

  public ListRow second(String line) {
    getStyleClass().add("two-line");
    second.setText(line);
    words.getChildren().add(second);
    return this;
  }

  /** Stands below the words, at their edge: what can be done, where that is always shown. */
  public ListRow below(Node node) {
    words.getChildren().add(node);
    return this;
  }

  /** For cells of a fixed height: what does not fit is cut, not wrapped. */
  public ListRow shortening() {
    title.setWrapText(false);
    second.setWrapText(false);
    return this;
  }

  /** Only for what is unread, or where the title is the row's name. */
  public ListRow strong() {
    title.getStyleClass().add("tl-h3");
    return this;
  }

  public ListRow state(String text) {
    return state(Labels.muted(text));
  }

  public ListRow state(Node node) {
    state.getChildren().add(node);
    show(state);
    return this;
  }

  public ListRow actions(Button... buttons) {
    for (Button button : buttons) {
      actions.getChildren().add(Buttons.small(button));
    }
    show(actions);
    return this;
  }

  /** Makes the whole row a button, with a chevron at its end. */
  public ListRow onOpen(Runnable open) {
    getStyleClass().remove("flat-row");
    Pressable.make(this, title.getText(), open);
    state(Icon.OPEN.line());
    return this;
  }

  private static void show(HBox box) {
    box.setVisible(!box.getChildren().isEmpty());
    box.setManaged(box.isVisible());
  }
}
