package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.Columns;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.handoff.DataClass;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked for, what may go wrong, how it is taken back, and whom it touches. */
@PartOfView("the first card of a handoff")
final class AskView extends VBox {
  private final Editors editors;
  private final InPlaceFieldView title;
  private final InPlaceFieldView ask;
  private final InPlaceFieldView risk;
  private final InPlaceFieldView rollback;
  private final InPlaceFieldView pricing;
  private final ComboBox<DataClass> data;
  private final ComboBox<Optional<RecordId>> mvp = new ComboBox<>();
  private final PersonBox owner;
  private List<Mvp> mvps = List.of();
  private Optional<RecordId> chosen = Optional.empty();
  private boolean isShowing;

  AskView(HandoffViewModel model) {
    editors = new Editors(model.edits(), Handoff.KIND, "handoff.step.change");
    getStyleClass().addAll("plan-part", "handoff-ask");
    title = editors.text("handoff.title", Handoff.TITLE, Handoff.TITLE_LENGTH_MAX);
    title.getStyleClass().add("handoff-name");
    ask = words("ask", Handoff.ASK);
    risk = words("risk", Handoff.RISK);
    rollback = words("rollback", Handoff.ROLLBACK);
    pricing = words("pricing", Handoff.PRICING);
    data =
        editors.choice(
            "handoff.data",
            Handoff.DATA,
            List.of(DataClass.values()),
            DataClass::wireName,
            one -> Texts.text("handoff.data." + one.wireName()));
    mvp.setConverter(
        new ChoiceWords<>(id -> id.map(this::version).orElse(Texts.text("handoff.mvp.none"))));
    mvp.valueProperty().addListener((_, _, id) -> move(id));
    WriteGate.heed(mvp);
    owner = editors.person("handoff.owner", Handoff.OWNER);
    LabeledField whose = new LabeledField(Texts.text("handoff.owner"), owner);
    whose.visibleProperty().bind(owner.visibleProperty());
    whose.managedProperty().bind(owner.visibleProperty());
    FlowPane facts =
        new FlowPane(
            new LabeledField(Texts.text("handoff.title"), title),
            new LabeledField(Texts.text("handoff.mvp"), mvp),
            new LabeledField(Texts.text("handoff.data"), data),
            whose);
    facts.getStyleClass().add("facts");
    getChildren()
        .addAll(
            new Columns(
                named("ask", ask),
                named("risk", risk),
                named("rollback", rollback),
                named("pricing", pricing)),
            facts);
  }

  private InPlaceFieldView words(String name, String field) {
    return editors.text("handoff." + name, field, Handoff.TEXT_LENGTH_MAX);
  }

  private static Region named(String name, InPlaceFieldView field) {
    return new LabeledField(Texts.text("handoff." + name), field);
  }

  void show(HandoffDetail detail) {
    Handoff handoff = detail.bundle().handoff();
    editors.show(
        handoff.id(),
        () -> {
          title.show(handoff.title());
          ask.show(handoff.ask());
          risk.show(handoff.risk());
          rollback.show(handoff.rollback());
          pricing.show(handoff.pricing());
          editors.show(data, Handoff.DATA, handoff.data(), Value.text(handoff.data().wireName()));
          editors.show(owner, Handoff.OWNER, handoff.owner(), detail.people());
        });
    isShowing = true;
    chosen = handoff.mvp();
    if (!mvps.equals(detail.mvps()) || mvp.getItems().isEmpty()) {
      mvps = detail.mvps();
      List<Optional<RecordId>> offered = new ArrayList<>();
      offered.add(Optional.empty());
      mvps.forEach(one -> offered.add(Optional.of(one.id())));
      mvp.getItems().setAll(offered);
    }
    mvp.setValue(chosen);
    isShowing = false;
  }

  private String version(RecordId id) {
    return mvps.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(Mvp::version)
        .filter(version -> !version.isBlank())
        .orElse(Texts.text("handoff.mvp.other"));
  }

  private void move(Optional<RecordId> id) {
    if (id != null && !isShowing) {
      editors.set("handoff.step.change", Handoff.MVP, Ideas.reference(chosen), Ideas.reference(id));
      chosen = id;
    }
  }

  /** Gives the focus to what a finding is about. */
  Optional<Node> about(Finding finding) {
    return switch (finding.kind()) {
      case ASK -> Optional.of(ask);
      case ROLLBACK -> Optional.of(rollback);
      case DATA -> Optional.of(data);
      case FEATURES -> Optional.of(mvp);
      default -> Optional.empty();
    };
  }
}
