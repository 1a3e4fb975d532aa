package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.FieldRowView;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.participant.Participant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who was interviewed: the pseudonym, and the attributes the study needs, all edited in place. */
final class ParticipantView extends VBox {
  private final SessionViewModel model;
  private final InPlaceFieldView pseudonym;
  private final VBox attributes = new VBox();
  private final TextField newName = new TextField();
  private final TextField newValue = new TextField();
  private final HBox adding = new HBox(newName, newValue);
  private SortedMap<String, String> shown = new TreeMap<>();

  ParticipantView(SessionViewModel model) {
    this.model = model;
    getStyleClass().add("tl-participant");
    pseudonym =
        new InPlaceFieldView(
            Texts.text("session.participant"),
            Texts.text("session.participant.prompt"),
            this::rename);
    pseudonym.getStyleClass().add("name");
    HBox.setHgrow(pseudonym, Priority.ALWAYS);
    var head = new HBox(EmptyPlace.tile(Icon.PARTICIPANT), pseudonym);
    head.getStyleClass().add("who");
    attributes.getStyleClass().add("tl-details");
    getChildren().addAll(head, attributes, adding, add());
    setUpAdding();
    model.sessionProperty().subscribe(session -> session.ifPresent(this::show));
  }

  private Button add() {
    Button add = Buttons.small(Buttons.flat(Texts.text("session.attribute.add"), this::begin));
    add.setGraphic(Icon.ADD.line());
    add.visibleProperty().bind(adding.visibleProperty().not());
    add.managedProperty().bind(add.visibleProperty());
    return add;
  }

  private void setUpAdding() {
    adding.getStyleClass().add("adding");
    adding.setVisible(false);
    adding.managedProperty().bind(adding.visibleProperty());
    newName.setPromptText(Texts.text("session.attribute.name"));
    newName.setAccessibleText(Texts.text("session.attribute.name"));
    newValue.setPromptText(Texts.text("session.attribute.value"));
    newValue.setAccessibleText(Texts.text("session.attribute.value"));
    HBox.setHgrow(newName, Priority.ALWAYS);
    HBox.setHgrow(newValue, Priority.ALWAYS);
    newName.setOnAction(event -> newValue.requestFocus());
    newValue.setOnAction(event -> end());
    adding
        .focusWithinProperty()
        .subscribe(
            inside -> {
              if (!inside && adding.isVisible()) {
                end();
              }
            });
  }

  private void begin() {
    adding.setVisible(true);
    newName.requestFocus();
  }

  private void end() {
    String name = newName.getText().strip();
    String value = newValue.getText().strip();
    adding.setVisible(false);
    newName.clear();
    newValue.clear();
    if (!name.isEmpty() && !value.isEmpty()) {
      set(name, value);
    }
  }

  private void rename(String name) {
    model.sessionProperty().get().ifPresent(now -> model.edits().setParticipant(now, name));
  }

  /** An attribute without a value is removed. */
  private void set(String name, String value) {
    SortedMap<String, String> next = new TreeMap<>(shown);
    next.put(name, value);
    next.values().removeIf(String::isBlank);
    model.sessionProperty().get().ifPresent(now -> model.edits().setAttributes(now, next));
  }

  private void show(Session session) {
    pseudonym.show(session.participant().map(Participant::pseudonym).orElse(""));
    SortedMap<String, String> now =
        session.participant().map(Participant::attributes).orElse(new TreeMap<>());
    if (!now.equals(shown)) {
      shown = now;
      attributes.getChildren().setAll(now.entrySet().stream().map(this::row).toList());
    }
  }

  private FieldRowView row(Map.Entry<String, String> pair) {
    String name = pair.getKey();
    var row =
        FieldRowView.named(name, Texts.text("session.attribute.remove"), value -> set(name, value));
    row.show(pair.getValue());
    return row;
  }
}
