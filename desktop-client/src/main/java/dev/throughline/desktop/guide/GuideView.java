package dev.throughline.desktop.guide;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/** A guide that is being written: its topics one below the other, and a line for the next. */
public final class GuideView extends VBox {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
  private static final String DRAGGED = "throughline-topic:";

  private final GuideViewModel model;
  private final VBox rows = new VBox();
  private final NewTopicView fresh;
  private final Map<RecordId, TopicRowView> shown = new HashMap<>();

  public GuideView(GuideViewModel model) {
    this.model = model;
    getStyleClass().add("guide");
    fresh = new NewTopicView(Texts.text("guide.new"), model.errorProperty(), model::add);
    getChildren().addAll(rows, fresh);
    model.topics().addListener((ListChangeListener<Topic>) _ -> fill());
    fill();
  }

  /** Puts the caret where the next topic is typed. */
  public void typeNow() {
    fresh.typeNow();
  }

  /** Keeps the rows that stay, so that a moved row keeps its caret. */
  private void fill() {
    Optional<TopicRowView> typing = shown.values().stream().filter(Node::isFocusWithin).findFirst();
    List<RecordId> ids = model.topics().stream().map(Topic::id).toList();
    shown.keySet().retainAll(ids);
    for (Topic topic : model.topics()) {
      shown.computeIfAbsent(topic.id(), _ -> row(topic)).show(topic);
    }
    List<TopicRowView> order = ids.stream().map(shown::get).toList();
    if (!rows.getChildren().equals(order)) {
      rows.getChildren().setAll(order);
      typing.filter(rows.getChildren()::contains).ifPresent(row -> Platform.runLater(row::typeNow));
    }
  }

  private TopicRowView row(Topic topic) {
    TopicRowView row = new TopicRowView(model, topic);
    Label handle = row.handle();
    handle.setOnDragDetected(
        event -> {
          Dragboard board = handle.startDragAndDrop(TransferMode.MOVE);
          ClipboardContent content = new ClipboardContent();
          content.putString(DRAGGED + topic.id());
          board.setContent(content);
          board.setDragView(row.snapshot(null, null));
          event.consume();
        });
    row.setOnDragOver(event -> over(row, event));
    row.setOnDragExited(_ -> row.pseudoClassStateChanged(DROPPING, false));
    row.setOnDragDropped(event -> drop(row, event));
    return row;
  }

  private void over(TopicRowView row, DragEvent event) {
    if (dragged(event).isPresent()) {
      event.acceptTransferModes(TransferMode.MOVE);
      row.pseudoClassStateChanged(DROPPING, true);
      event.consume();
    }
  }

  private void drop(TopicRowView row, DragEvent event) {
    dragged(event)
        .ifPresent(
            topic -> {
              model.move(topic, model.topics().indexOf(row.topic()));
              event.setDropCompleted(true);
              event.consume();
            });
  }

  private Optional<Topic> dragged(DragEvent event) {
    String what = event.getDragboard().getString();
    return model.topics().stream().filter(topic -> (DRAGGED + topic.id()).equals(what)).findFirst();
  }
}
