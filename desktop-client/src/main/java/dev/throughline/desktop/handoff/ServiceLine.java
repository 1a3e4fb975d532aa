package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.model.handoff.InfraService;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One service a handoff runs on, and what is promised of it. */
@PartOfView("a line of a handoff")
final class ServiceLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView name;
  private final InPlaceFieldView objective;

  ServiceLine(Edits edits) {
    editors = new Editors(edits, InfraService.KIND, "handoff.step.service");
    name = editors.text("handoff.service", InfraService.NAME, InfraService.NAME_LENGTH_MAX);
    objective =
        editors.text(
            "handoff.objective", InfraService.OBJECTIVE, InfraService.OBJECTIVE_LENGTH_MAX);
    LineBox.lay(
        this,
        name,
        new Node[] {editors.remove("handoff.service.remove", "handoff.step.service.remove")});
    getChildren().add(objective);
  }

  void show(InfraService one) {
    editors.show(
        one.id(),
        () -> {
          name.show(one.name());
          objective.show(one.objective());
        });
  }
}
