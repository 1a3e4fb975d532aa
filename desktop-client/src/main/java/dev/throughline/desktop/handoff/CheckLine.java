package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.model.handoff.AcceptanceCheck;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One acceptance check of a handoff, and what counts as passed. */
@PartOfView("a line of a handoff")
final class CheckLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;
  private final InPlaceFieldView threshold;

  CheckLine(Edits edits) {
    editors = new Editors(edits, AcceptanceCheck.KIND, "handoff.step.check");
    text = editors.text("handoff.check", AcceptanceCheck.TEXT, AcceptanceCheck.TEXT_LENGTH_MAX);
    threshold =
        editors.text(
            "handoff.threshold", AcceptanceCheck.THRESHOLD, AcceptanceCheck.THRESHOLD_LENGTH_MAX);
    LineBox.lay(
        this,
        text,
        new Node[] {editors.remove("handoff.check.remove", "handoff.step.check.remove")});
    getChildren().add(threshold);
  }

  void show(AcceptanceCheck one) {
    editors.show(
        one.id(),
        () -> {
          text.show(one.text());
          threshold.show(one.threshold());
        });
  }
}
