package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Result;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What came out for one number of the measurement plan, against its target. */
@PartOfView("a line of a handoff")
final class ResultLine extends VBox {
  private final Editors editors;
  private final Label metric = Labels.wrapping(Labels.body(""));
  private final Label target = Labels.small("");
  private final InPlaceFieldView value;
  private final InPlaceFieldView day;
  private final InPlaceFieldView note;
  private final Label good =
      Labels.state(Chip.State.READY, Icon.CHECK, Texts.text("handoff.result.reached"));
  private final Label bad =
      Labels.state(Chip.State.STOPPED, Icon.NEEDS_YOU, Texts.text("handoff.result.missed"));

  ResultLine(Edits edits) {
    editors = new Editors(edits, Result.KIND, "handoff.step.result");
    value = editors.number("handoff.result", Result.VALUE);
    day = editors.day("handoff.result.day", Result.DAY);
    note = editors.text("handoff.result.note", Result.NOTE, Result.NOTE_LENGTH_MAX);
    for (Label mark : new Label[] {good, bad}) {
      mark.managedProperty().bind(mark.visibleProperty());
    }
    LineBox.lay(this, metric, new Node[0], target, value, day, good, bad);
    getChildren().add(note);
  }

  void show(Measurement one, Optional<Result> result, boolean isReached) {
    metric.setText(one.metric());
    target.setText(
        Texts.text("mvp.reach." + one.reach().wireName())
            + " "
            + one.target().map(BigDecimal::toPlainString).orElse("?"));
    editors.with(Map.of(Result.MEASUREMENT, Ideas.reference(one.id())));
    editors.show(
        Result.idOf(one.id()),
        () -> {
          value.show(result.flatMap(Result::value).map(BigDecimal::toPlainString).orElse(""));
          day.show(result.flatMap(Result::day).map(DayWords::shown).orElse(""));
          note.show(result.map(Result::note).orElse(""));
        });
    good.setVisible(isReached);
    bad.setVisible(!isReached && result.isPresent() && one.target().isPresent());
  }
}
