package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Reach;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** One metric an MVP is judged by: what, from which number on, and how it is counted. */
final class MeasurementLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView metric;
  private final ComboBox<Reach> reach;
  private final InPlaceFieldView target;
  private final InPlaceFieldView method;

  MeasurementLine(PlanViewModel model) {
    this.editors = new Editors(model.edits(), Measurement.KIND, "mvp.step.measurement");
    this.metric = editors.text("mvp.metric", Measurement.METRIC, Measurement.METRIC_LENGTH_MAX);
    this.reach =
        editors.choice(
            "mvp.reach",
            Measurement.REACH,
            List.of(Reach.values()),
            Reach::wireName,
            one -> Texts.text("mvp.reach." + one.wireName()));
    this.target = editors.number("mvp.target", Measurement.TARGET);
    this.method = editors.text("mvp.method", Measurement.METHOD, Measurement.METHOD_LENGTH_MAX);
    LineBox.lay(
        this,
        metric,
        new Node[] {editors.remove("mvp.measurement.remove", "mvp.step.unmeasurement")},
        reach,
        target);
    getChildren().add(method);
  }

  void show(Measurement one) {
    editors.show(
        one.id(),
        () -> {
          metric.show(one.metric());
          editors.show(reach, Measurement.REACH, one.reach(), Value.text(one.reach().wireName()));
          target.show(one.target().map(BigDecimal::toPlainString).orElse(""));
          method.show(one.method());
        });
  }
}
