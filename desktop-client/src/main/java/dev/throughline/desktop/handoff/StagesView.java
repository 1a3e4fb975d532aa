package dev.throughline.desktop.handoff;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Where a handoff is on its way; what was passed has a check, what is now is strong. */
@PartOfView("the line below the head of a handoff")
final class StagesView extends FlowPane {
  private static final List<String> STAGES = List.of("draft", "preflight", "submitted");

  StagesView() {
    getStyleClass().add("handoff-stages");
  }

  void show(HandoffDetail detail) {
    int at = stage(detail);
    getChildren().clear();
    for (int i = 0; i < STAGES.size(); i++) {
      Label label =
          i == at
              ? Labels.h3(Texts.text("handoff.stage." + STAGES.get(i)))
              : Labels.muted(Texts.text("handoff.stage." + STAGES.get(i)));
      boolean isPassed = i < at;
      label.setGraphic(
          isPassed || (i == at && i == STAGES.size() - 1)
              ? Icon.CHECK.line()
              : i == at ? Icon.FORWARD.line() : Icon.NOT_STARTED.line());
      label.getStyleClass().add(isPassed ? "passed" : i == at ? "now" : "to-come");
      getChildren().add(label);
    }
  }

  private static int stage(HandoffDetail detail) {
    if (!detail.isFresh()) {
      return 2;
    }
    return detail.readyCount() > 0 ? 1 : 0;
  }
}
