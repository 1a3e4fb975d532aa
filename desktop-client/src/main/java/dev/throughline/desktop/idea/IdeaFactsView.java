package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.FieldRowView;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.study.Study;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** Where an idea belongs, whose it is, and what it is to reach for how much. */
final class IdeaFactsView extends VBox {
  /** The currency of an amount that names none, while the idea has none yet. */
  private static final String CURRENCY_USUAL = "EUR";

  private final IdeaViewModel model;
  private final ComboBox<Optional<RecordId>> study = new ComboBox<>();
  private final PersonBox owner;
  private final LabeledField ownerField;
  private final FieldRowView metric;
  private final FieldRowView target;
  private final FieldRowView budget;
  private List<Study> studies = List.of();
  private boolean isShowing;

  IdeaFactsView(IdeaViewModel model) {
    this.model = model;
    getStyleClass().add("idea-facts");
    study.setConverter(
        new ChoiceWords<>(its -> its.map(this::title).orElse(Texts.text("idea.study.none"))));
    study.setMaxWidth(Double.MAX_VALUE);
    Hint.choice(study);
    study.valueProperty().addListener((_, _, chosen) -> move(chosen));
    WriteGate.heed(study);
    owner =
        new PersonBox(
            Texts.text("idea.owner"),
            chosen ->
                model.set(
                    "idea.step.owner",
                    Idea.OWNER,
                    Ideas.reference(model.shown().idea().owner()),
                    Ideas.reference(chosen)));
    owner.setMaxWidth(Double.MAX_VALUE);
    ownerField = new LabeledField(Texts.text("idea.owner"), owner);
    ownerField.visibleProperty().bind(owner.visibleProperty());
    ownerField.managedProperty().bind(owner.visibleProperty());
    metric =
        FieldRowView.edited(
            "idea.metric",
            "idea.metric.prompt",
            (before, after) ->
                model.set(
                    "idea.step.metric",
                    Idea.TARGET_METRIC,
                    Value.text(before),
                    Value.text(Ideas.line(after, Idea.METRIC_LENGTH_MAX))));
    target = FieldRowView.edited("idea.target", "idea.target.prompt", this::setTarget);
    budget = FieldRowView.edited("idea.budget", "idea.budget.prompt", this::setBudget);
    getChildren()
        .addAll(
            new SectionHeader(Texts.text("idea.facts")),
            new LabeledField(Texts.text("idea.study"), study),
            ownerField,
            metric,
            target,
            budget);
  }

  void show(IdeaDetail detail) {
    Idea idea = detail.idea();
    isShowing = true;
    if (!studies.equals(detail.studies())) {
      studies = detail.studies();
      List<Optional<RecordId>> offered = new ArrayList<>();
      offered.add(Optional.empty());
      studies.forEach(one -> offered.add(Optional.of(one.id())));
      study.getItems().setAll(offered);
    }
    study.setValue(idea.study());
    owner.show(idea.owner(), detail.people());
    metric.show(idea.targetMetric());
    target.show(idea.targetValue().map(BigDecimal::toPlainString).orElse(""));
    budget.show(IdeaWords.money(idea.budget()));
    // What could not be read is not there any more.
    target.errorProperty().set("");
    budget.errorProperty().set("");
    isShowing = false;
  }

  private String title(RecordId id) {
    return studies.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> one.title().isBlank() ? Texts.text("study.untitled") : one.title())
        .orElse(Texts.text("idea.study.notHere"));
  }

  private void move(Optional<RecordId> chosen) {
    if (chosen != null && !isShowing) {
      model.set(
          "idea.step.study",
          Idea.STUDY,
          Ideas.reference(model.shown().idea().study()),
          Ideas.reference(chosen));
    }
  }

  private void setTarget(String before, String typed) {
    Optional<BigDecimal> number = IdeaWords.decimal(typed);
    boolean isReadable = number.isPresent() || typed.isBlank();
    target.errorProperty().set(isReadable ? "" : Texts.text("idea.target.error"));
    if (isReadable) {
      model.set(
          "idea.step.target", Idea.TARGET_VALUE, number(IdeaWords.decimal(before)), number(number));
    }
  }

  private static Value number(Optional<BigDecimal> number) {
    return number.map(its -> Value.text(its.toPlainString())).orElse(Value.NOTHING);
  }

  private void setBudget(String before, String typed) {
    String usual = model.shown().idea().budget().map(Money::currency).orElse(CURRENCY_USUAL);
    Optional<Money> money = IdeaWords.money(typed, usual);
    boolean isReadable = money.isPresent() || typed.isBlank();
    budget.errorProperty().set(isReadable ? "" : Texts.text("idea.budget.error"));
    if (isReadable) {
      model.set(
          "idea.step.budget", Idea.BUDGET, money(IdeaWords.money(before, usual)), money(money));
    }
  }

  private static Value money(Optional<Money> money) {
    return money.map(Money::toValue).orElse(Value.NOTHING);
  }
}
