package dev.throughline.desktop.consent;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.FieldRowView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentForm;
import dev.throughline.model.consent.ConsentScope;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The questions of consent, each with its three answers; every answer is saved at once. */
final class ConsentEditView extends VBox {
  private final ConsentViewModel model;
  private final Map<ConsentScope, SegmentedTabs> answers = new EnumMap<>(ConsentScope.class);
  private final ComboBox<ConsentForm> how;
  private final FieldRowView day;
  private final FieldRowView until;
  private final FieldRowView note;
  private boolean isShowing;

  ConsentEditView(ConsentViewModel model) {
    this.model = model;
    getStyleClass().add("consent-edit");
    for (ConsentScope scope : ConsentScope.values()) {
      getChildren().addAll(question(scope));
    }
    how = how();
    day = FieldRowView.edited("consent.day", "consent.day.prompt", model::setDay);
    until = FieldRowView.edited("consent.until", "consent.until.prompt", model::setValidUntil);
    note = FieldRowView.edited("consent.note", "consent.note.prompt", model::setNote);
    Label asked = Labels.small(Texts.text("consent.how"));
    getChildren().addAll(asked, how, day, until, note, onlyHere(), done());
    until.errorProperty().bind(model.errorProperty());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.done();
            event.consume();
          }
        });
    model.consentProperty().subscribe(this::show);
  }

  /** Gives the focus to the first question. */
  void typeNow() {
    Platform.runLater(
        () -> {
          Node first = lookup(".toggle-button");
          if (first instanceof ToggleButton button) {
            button.requestFocus();
          }
        });
  }

  private Node[] question(ConsentScope scope) {
    String words = Texts.text("consent.scope." + scope.field());
    SegmentedTabs tabs =
        new SegmentedTabs(
            words,
            Arrays.stream(ConsentAnswer.values())
                .map(
                    answer ->
                        new SegmentedTabs.Tab(
                            answer.wireName(),
                            Texts.text("consent.answer." + answer.wireName()),
                            null))
                .toList());
    answers.put(scope, tabs);
    tabs.select(model.current(scope).wireName());
    tabs.selectedProperty()
        .addListener(
            (_, _, chosen) -> {
              if (!isShowing) {
                model.answer(scope, ConsentAnswer.of(chosen));
              }
            });
    return new Node[] {Labels.wrapping(Labels.body(words)), tabs};
  }

  private ComboBox<ConsentForm> how() {
    ComboBox<ConsentForm> box = new ComboBox<>();
    box.getItems().setAll(ConsentForm.values());
    box.setPromptText(Texts.text("consent.how.unknown"));
    box.setAccessibleText(Texts.text("consent.how"));
    box.setConverter(new ChoiceWords<>(form -> Texts.text("consent.how." + form.wireName())));
    box.valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (!isShowing && chosen != null) {
                model.setHow(chosen);
              }
            });
    return box;
  }

  private Node onlyHere() {
    CheckBox box = new CheckBox(Texts.text("consent.onlyHere"));
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(model.onlyHereProperty());
    boolean isOfOne = model.ofProperty().get().interview().isPresent();
    box.setVisible(isOfOne);
    box.setManaged(isOfOne);
    // A record of its own stays: going back to the general one would hide what was agreed here.
    box.disableProperty()
        .bind(model.consentProperty().map(now -> now.flatMap(Consent::interview).isPresent()));
    return box;
  }

  private Node done() {
    return Buttons.small(Buttons.standard(Texts.text("consent.done"), model::done));
  }

  private void show(Optional<Consent> consent) {
    isShowing = true;
    answers.forEach((scope, tabs) -> tabs.select(model.current(scope).wireName()));
    consent.flatMap(Consent::how).ifPresent(how::setValue);
    day.show(consent.flatMap(Consent::day).map(DayWords::shown).orElse(""));
    until.show(consent.flatMap(Consent::validUntil).map(DayWords::shown).orElse(""));
    note.show(consent.map(Consent::note).orElse(""));
    isShowing = false;
  }
}
