package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.MilestoneState;
import dev.throughline.model.value.Value;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** One milestone of a sprint. */
final class MilestoneLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;
  private final InPlaceFieldView due;
  private final ComboBox<MilestoneState> state;

  MilestoneLine(PlanViewModel model) {
    this.editors = new Editors(model.edits(), Milestone.KIND, "sprint.step.milestone");
    this.text = editors.text("sprint.milestone", Milestone.TEXT, Milestone.TEXT_LENGTH_MAX);
    this.due = editors.day("sprint.milestone.due", Milestone.DUE);
    this.state =
        editors.choice(
            "sprint.milestone.state",
            Milestone.STATE,
            List.of(MilestoneState.values()),
            MilestoneState::wireName,
            one -> Texts.text("sprint.milestone.state." + one.wireName()));
    LineBox.lay(
        this,
        text,
        new Node[] {editors.remove("sprint.milestone.remove", "sprint.step.unmilestone")},
        state,
        due);
  }

  void show(Milestone one) {
    editors.show(
        one.id(),
        () -> {
          text.show(one.text());
          due.show(one.due().map(DayWords::shown).orElse(""));
          editors.show(state, Milestone.STATE, one.state(), Value.text(one.state().wireName()));
          text.getStyleClass().remove("over");
          if (one.isReached()) {
            text.getStyleClass().add("over");
          }
        });
  }
}
