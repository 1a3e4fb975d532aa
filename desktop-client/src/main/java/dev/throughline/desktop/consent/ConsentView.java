package dev.throughline.desktop.consent;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What one person agreed to: line by line while it is read, question by question to change it. */
public final class ConsentView extends VBox {
  private final ConsentViewModel model;
  private Optional<ConsentEditView> editor = Optional.empty();

  public ConsentView(ConsentViewModel model) {
    this.model = model;
    getStyleClass().add("consent");
    model.consentProperty().subscribe(_ -> show());
    model.ofProperty().subscribe(_ -> show());
    model.editingProperty().subscribe(_ -> show());
  }

  private void show() {
    if (model.editingProperty().get()) {
      if (editor.isEmpty()) {
        ConsentEditView fresh = new ConsentEditView(model);
        editor = Optional.of(fresh);
        getChildren().setAll(new SectionHeader(Texts.text("consent.title")), fresh);
        fresh.typeNow();
      }
      return;
    }
    boolean wasInside = isFocusWithin();
    editor = Optional.empty();
    List<Node> nodes = new ArrayList<>();
    Optional<Consent> consent = model.consentProperty().get();
    nodes.add(head(consent));
    consent.ifPresentOrElse(now -> nodes.addAll(lines(now)), () -> nodes.add(nothing()));
    Button change = change(consent.isPresent());
    if (model.ofProperty().get().participant().isPresent()) {
      nodes.add(change);
    }
    getChildren().setAll(nodes);
    if (wasInside) {
      change.requestFocus();
    }
  }

  private Node head(Optional<Consent> consent) {
    return consent
        .map(
            now ->
                new SectionHeader(
                    Texts.text("consent.title"),
                    Chip.of(
                        now.isOver(model.today()) ? Chip.State.STALE : Chip.State.READY,
                        now.isOver(model.today()) ? Icon.STALE : Icon.VERIFIED,
                        ConsentWords.brief(now, model.today()))))
        .orElseGet(() -> new SectionHeader(Texts.text("consent.title")));
  }

  private Node nothing() {
    boolean isNamed = model.ofProperty().get().participant().isPresent();
    Label none =
        Labels.wrapping(
            Labels.state(
                Chip.State.STALE,
                Icon.WARNING,
                Texts.text(isNamed ? "consent.none" : "consent.nobody")));
    none.getStyleClass().add("none");
    return none;
  }

  private Button change(boolean isThere) {
    return Buttons.small(
        Buttons.standard(Texts.text(isThere ? "consent.change" : "consent.begin"), model::edit));
  }

  private List<Node> lines(Consent consent) {
    List<Node> lines = new ArrayList<>();
    for (ConsentScope scope : ConsentScope.values()) {
      lines.add(line(scope, consent.answer(scope)));
    }
    Label sentence = Labels.wrapping(Labels.small(ConsentWords.sentence(consent, model.today())));
    sentence.getStyleClass().add("sentence");
    lines.add(sentence);
    consent
        .interview()
        .ifPresent(
            _ -> lines.add(Labels.wrapping(Labels.small(Texts.text("consent.onlyHere.is")))));
    if (!consent.note().isBlank()) {
      lines.add(Labels.wrapping(Labels.small(consent.note())));
    }
    return lines;
  }

  /** Mark and words: the mark never says it alone. */
  private static Node line(ConsentScope scope, ConsentAnswer answer) {
    Label mark = new Label();
    mark.getStyleClass().addAll("mark", answer.wireName());
    mark.setGraphic(
        switch (answer) {
          case GRANTED -> Icon.CHECK.line();
          case REFUSED -> Icon.CLOSE.line();
          case UNASKED -> Icon.ASKED.line();
        });
    Label words = Labels.wrapping(Labels.body(Texts.text("consent.scope." + scope.field())));
    VBox text = new VBox(words);
    if (answer != ConsentAnswer.GRANTED) {
      text.getChildren().add(Labels.small(Texts.text("consent.is." + answer.wireName())));
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(mark, text);
    line.getStyleClass().add("line");
    return line;
  }
}
