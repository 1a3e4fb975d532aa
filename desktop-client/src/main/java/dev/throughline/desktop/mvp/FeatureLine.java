package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.value.Value;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** One feature, above or below the scope line. */
final class FeatureLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;

  /**
   * @param scope the side of the line this is shown on
   */
  FeatureLine(PlanViewModel model, FeatureScope scope) {
    this.editors = new Editors(model.edits(), Feature.KIND, "mvp.step.feature");
    this.text = editors.text("mvp.feature", Feature.TEXT, Feature.TEXT_LENGTH_MAX);
    boolean isIn = scope == FeatureScope.IN;
    FeatureScope other = isIn ? FeatureScope.LATER : FeatureScope.IN;
    Button over =
        Buttons.small(
            Buttons.icon(
                isIn ? Icon.DOWN : Icon.UP,
                Texts.text(isIn ? "mvp.feature.later" : "mvp.feature.in"),
                () ->
                    editors.set(
                        "mvp.step.scope",
                        Feature.SCOPE,
                        Value.text(scope.wireName()),
                        Value.text(other.wireName()))));
    over.getStyleClass().add("over-line");
    WriteGate.heed(over);
    LineBox.lay(
        this, text, new Node[] {over, editors.remove("mvp.feature.remove", "mvp.step.unfeature")});
  }

  void show(Feature feature) {
    editors.show(feature.id(), () -> text.show(feature.text()));
  }
}
