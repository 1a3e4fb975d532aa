package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.FieldRowView;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.participant.Participant;
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
  private final SortedMap<String, FieldRowView> rows = new TreeMap<>();
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
    WriteGate.heed(add);
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
      set(name, shown.getOrDefault(name, ""), value);
    }
  }

  private void rename(String before, String name) {
    model.sessionProperty().get().ifPresent(now -> model.edits().setParticipant(now, before, name));
  }

  /** An attribute without a value is removed. */
  private void set(String name, String before, String value) {
    SortedMap<String, String> seen = with(name, before);
    SortedMap<String, String> next = with(name, value);
    model.sessionProperty().get().ifPresent(now -> model.edits().setAttributes(now, seen, next));
  }

  private SortedMap<String, String> with(String name, String value) {
    SortedMap<String, String> all = new TreeMap<>(shown);
    all.put(name, value);
    all.values().removeIf(String::isBlank);
    return all;
  }

  private void show(Session session) {
    pseudonym.show(session.participant().map(Participant::pseudonym).orElse(""));
    SortedMap<String, String> now =
        session.participant().map(Participant::attributes).orElse(new TreeMap<>());
    boolean isSameNames = now.keySet().equals(rows.keySet());
    if (!isSameNames) {
      rows.values().forEach(FieldRowView::finish);
      rows.clear();
      now.keySet().forEach(name -> rows.put(name, row(name)));
      attributes.getChildren().setAll(rows.values());
    }
    shown = now;
    rows.forEach((name, row) -> row.show(now.getOrDefault(name, "")));
  }

  private FieldRowView row(String name) {
    return FieldRowView.named(
        name, Texts.text("session.attribute.remove"), (before, value) -> set(name, before, value));
  }
}
