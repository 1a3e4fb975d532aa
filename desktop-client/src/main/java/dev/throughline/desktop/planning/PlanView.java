package dev.throughline.desktop.planning;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.study.Study;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One line of a page in which a session is planned; Enter plans it, Esc closes the line. */
public final class PlanView extends VBox {
  private final PlanViewModel model;
  private final ComboBox<Optional<RecordId>> study = new ComboBox<>();
  private final ComboBox<String> participant = new ComboBox<>();

  public PlanView(PlanViewModel model) {
    this.model = model;
    getStyleClass().addAll("tl-well", "planning");
    setUpStudy();
    setUpParticipant();
    FlowPane fields =
        new FlowPane(
            new LabeledField(Texts.text("planning.study"), study),
            new LabeledField(Texts.text("planning.participant"), participant),
            field("planning.day", "day", model.dayProperty()),
            field("planning.time", "time", model.timeProperty()),
            field("planning.place", "place", model.placeProperty()));
    fields.getStyleClass().add("fields");
    Label error = Labels.wrapping(Labels.small(""));
    error.getStyleClass().add("tl-stopped");
    error.textProperty().bind(model.errorProperty());
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    HBox buttons =
        new HBox(
            Buttons.withKey(
                Buttons.standard(Texts.text("planning.plan"), model::plan),
                Texts.text("home.key.enter")),
            Buttons.flat(Texts.text("planning.cancel"), model::cancel));
    buttons.getStyleClass().add("buttons");
    getChildren().addAll(fields, error, buttons);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model
        .openProperty()
        .subscribe(
            isOpen -> {
              if (isOpen) {
                Platform.runLater(participant::requestFocus);
              }
            });
  }

  private static LabeledField field(String name, String style, StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    field.setPromptText(Texts.text(name + ".prompt"));
    field.getStyleClass().add(style);
    return new LabeledField(Texts.text(name), field);
  }

  private void setUpStudy() {
    study.getStyleClass().add("study");
    study.setConverter(new StudyNames());
    model.studies().addListener((ListChangeListener<Study>) _ -> fillStudies());
    fillStudies();
    study
        .valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (chosen != null) {
                model.studyProperty().set(chosen);
              }
            });
    model.studyProperty().subscribe(study::setValue);
  }

  private void fillStudies() {
    study.getItems().clear();
    study.getItems().add(Optional.empty());
    model.studies().forEach(one -> study.getItems().add(Optional.of(one.id())));
    study.setValue(model.studyProperty().get());
  }

  private void setUpParticipant() {
    participant.setEditable(true);
    participant.getStyleClass().add("participant");
    participant.setItems(model.people());
    participant.setPromptText(Texts.text("planning.participant.prompt"));
    participant.getEditor().textProperty().bindBidirectional(model.participantProperty());
    participant.getEditor().setAccessibleText(Texts.text("planning.participant"));
  }

  private void keyPressed(KeyEvent event) {
    boolean isList = study.isShowing() || participant.isShowing();
    boolean isField = event.getTarget() instanceof TextField || event.getTarget() == participant;
    if (event.getCode() == KeyCode.ESCAPE && !isList) {
      model.cancel();
    } else if (event.getCode() == KeyCode.ENTER && !isList && isField) {
      model.plan();
    } else {
      return;
    }
    event.consume();
  }

  private final class StudyNames extends StringConverter<Optional<RecordId>> {
    @Override
    public String toString(@Nullable Optional<RecordId> id) {
      if (id == null || id.isEmpty()) {
        return Texts.text("planning.study.none");
      }
      return model.studies().stream()
          .filter(one -> one.id().equals(id.get()))
          .findFirst()
          .map(one -> one.title().isBlank() ? Texts.text("study.untitled") : one.title())
          .orElse("");
    }

    @Override
    public Optional<RecordId> fromString(String words) {
      throw new UnsupportedOperationException("the box cannot be typed in");
    }
  }
}
