package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.CriterionState;
import dev.throughline.model.value.Value;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** One acceptance criterion of a sprint. */
final class CriterionLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;
  private final ComboBox<CriterionState> state;

  CriterionLine(PlanViewModel model) {
    this.editors = new Editors(model.edits(), Criterion.KIND, "sprint.step.criterion");
    this.text = editors.text("sprint.criterion", Criterion.TEXT, Criterion.TEXT_LENGTH_MAX);
    this.state =
        editors.choice(
            "sprint.criterion.state",
            Criterion.STATE,
            List.of(CriterionState.values()),
            CriterionState::wireName,
            one -> Texts.text("sprint.criterion.state." + one.wireName()));
    LineBox.lay(
        this,
        text,
        new Node[] {editors.remove("sprint.criterion.remove", "sprint.step.uncriterion")},
        state);
  }

  void show(Criterion one) {
    editors.show(
        one.id(),
        () -> {
          text.show(one.text());
          editors.show(state, Criterion.STATE, one.state(), Value.text(one.state().wireName()));
        });
  }
}
