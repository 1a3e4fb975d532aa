package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.InfraService;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One service a handoff runs on, and what is promised of it. */
@PartOfView("a line of a handoff")
final class ServiceLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView name;
  private final InPlaceFieldView objective;
  private final InPlaceFieldView probe;

  ServiceLine(Edits edits) {
    editors = new Editors(edits, InfraService.KIND, "handoff.step.service");
    name = editors.text("handoff.service", InfraService.NAME, InfraService.NAME_LENGTH_MAX);
    objective =
        editors.text(
            "handoff.objective", InfraService.OBJECTIVE, InfraService.OBJECTIVE_LENGTH_MAX);
    probe = editors.text("handoff.probe", InfraService.PROBE, InfraService.PROBE_LENGTH_MAX);
    Hint.on(probe, Texts.text("handoff.probe.hint"));
    probe.setAccessibleHelp(Texts.text("handoff.probe.hint"));
    LineBox.lay(
        this,
        name,
        new Node[] {editors.remove("handoff.service.remove", "handoff.step.service.remove")});
    getChildren().addAll(objective, probe);
  }

  void show(InfraService one) {
    editors.show(
        one.id(),
        () -> {
          name.show(one.name());
          objective.show(one.objective());
          probe.show(one.probe());
        });
  }
}
