package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.CostSum;
import dev.throughline.model.handoff.Filled;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Result;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What goes out: features, what it runs on, what it costs, its results, how it is accepted. */
@PartOfView("the second card of a handoff")
final class GoesOutView extends VBox {
  private final HandoffViewModel model;
  private final SectionHeader features;
  private final VBox delivered = new VBox();
  private final SectionHeader services = header("services");
  private final KeptRows<InfraService, ServiceLine> runsOn;
  private final SectionHeader costs = header("costs");
  private final KeptRows<Cost, CostLine> lines;
  private final SectionHeader results = header("results");
  private final KeptRows<Measurement, ResultLine> measured;
  private final SectionHeader checks = header("checks");
  private final KeptRows<AcceptanceCheck, CheckLine> accepted;
  private final NewLineField cost;
  private String currency = "EUR";
  private Bundle now;

  GoesOutView(HandoffViewModel model, Bundle first) {
    this.model = model;
    this.now = first;
    getStyleClass().add("plan-part");
    features =
        new SectionHeader(
            Texts.text("handoff.features"),
            Buttons.small(
                Buttons.of(
                    Buttons.standard(Texts.text("handoff.plan"), Icon.EXPERIMENT, model::openPlan),
                    "handoff.plan")));
    runsOn =
        new KeptRows<>(InfraService::id, () -> new ServiceLine(model.edits()), ServiceLine::show);
    lines =
        new KeptRows<>(Cost::id, () -> new CostLine(model.edits(), () -> currency), CostLine::show);
    measured =
        new KeptRows<>(
            Measurement::id,
            () -> new ResultLine(model.edits()),
            (line, one) -> line.show(one, now.result(one), Filled.isReached(one, now)));
    accepted =
        new KeptRows<>(AcceptanceCheck::id, () -> new CheckLine(model.edits()), CheckLine::show);
    cost = fresh("cost", Cost.KIND, Cost.TEXT, Cost.TEXT_LENGTH_MAX);
    delivered.getStyleClass().add("delivered");
    getChildren()
        .addAll(
            part(Feature.KIND, features, delivered),
            part(
                InfraService.KIND,
                services,
                runsOn,
                fresh(
                    "service", InfraService.KIND, InfraService.NAME, InfraService.NAME_LENGTH_MAX)),
            part(Cost.KIND, costs, lines, cost),
            part(Result.KIND, results, measured),
            part(
                AcceptanceCheck.KIND,
                checks,
                accepted,
                fresh(
                    "check",
                    AcceptanceCheck.KIND,
                    AcceptanceCheck.TEXT,
                    AcceptanceCheck.TEXT_LENGTH_MAX)));
  }

  private static SectionHeader header(String name) {
    return new SectionHeader(Texts.text("handoff." + name));
  }

  private Node part(Kind kind, Node... nodes) {
    VBox part = new VBox(nodes);
    part.getStyleClass().add("idea-lines");
    return WriteGate.on(part, model.parts().ideas().permissions().refusal(kind.name()));
  }

  private NewLineField fresh(String name, Kind kind, String field, int lengthMax) {
    return new NewLineField(
        Texts.text("handoff." + name + ".new"),
        (typed, otherwise) ->
            model.make(
                "handoff.step." + name,
                kind,
                Map.of(field, Value.text(Ideas.line(typed, lengthMax))),
                otherwise));
  }

  void show(HandoffDetail detail) {
    Bundle bundle = detail.bundle();
    now = bundle;
    List<Feature> out = bundle.delivered();
    features.note(out.isEmpty() ? "" : Texts.number(out.size()));
    delivered.getChildren().clear();
    out.forEach(one -> delivered.getChildren().add(new ListRow(one.text()).lead(Icon.CHECK)));
    if (out.isEmpty()) {
      delivered
          .getChildren()
          .add(Labels.wrapping(Labels.muted(Texts.text("handoff.features.none"))));
    }
    runsOn.show(bundle.services());
    CostSum sum = CostSum.of(bundle.costs());
    currency = bundle.idea().budget().or(sum::amount).map(Money::currency).orElse("EUR");
    costs.note(HandoffWords.sum(sum));
    lines.show(bundle.costs());
    measured.show(bundle.measurements());
    long reached =
        bundle.measurements().stream().filter(one -> Filled.isReached(one, bundle)).count();
    results.note(
        bundle.measurements().isEmpty()
            ? Texts.text("handoff.results.none")
            : Texts.text("handoff.section.of", reached, bundle.measurements().size()));
    accepted.show(bundle.checks());
    checks.note(bundle.checks().isEmpty() ? "" : Texts.number(bundle.checks().size()));
  }

  /** Where another cost is typed. */
  Node costs() {
    return cost;
  }
}
