package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.mvp.PlanDetail.OfMvp;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.plan.LaunchCheck;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One MVP: what is in it, what waits below the scope line, and what it will be judged by. */
final class MvpView extends VBox {
  private final PlanViewModel model;
  private final Editors editors;
  private final InPlaceFieldView version;
  private final ComboBox<MvpStatus> status;
  private final InPlaceFieldView launch;
  private final PersonBox owner;
  private final SectionHeader features = new SectionHeader(Texts.text("mvp.features"));
  private final KeptRows<Feature, FeatureLine> in;
  private final KeptRows<Feature, FeatureLine> later;
  private final SectionHeader plan = new SectionHeader(Texts.text("mvp.measurements"));
  private final KeptRows<Measurement, MeasurementLine> measurements;
  private final NewLineField feature;
  private final Label missing = Labels.wrapping(Labels.muted(""));
  private final Button start;

  /** Around the button: whether it may be used at all is said by others on the button itself. */
  private final HBox ready = new HBox();

  private Optional<OfMvp> now = Optional.empty();

  MvpView(PlanViewModel model) {
    this.model = model;
    this.editors = new Editors(model.edits(), Mvp.KIND, "mvp.step.change");
    version = editors.text("mvp.version", Mvp.VERSION, Mvp.VERSION_LENGTH_MAX);
    version.getStyleClass().add("title");
    status =
        editors.choice(
            "mvp.status",
            Mvp.STATUS,
            List.of(MvpStatus.values()),
            MvpStatus::wireName,
            one -> Texts.text("mvp.status." + one.wireName()));
    launch = editors.day("mvp.launch", Mvp.LAUNCH);
    owner = editors.person("mvp.owner", Mvp.OWNER);
    in = features(FeatureScope.IN);
    later = features(FeatureScope.LATER);
    measurements =
        new KeptRows<>(Measurement::id, () -> new MeasurementLine(model), MeasurementLine::show);
    feature = new NewLineField(Texts.text("mvp.feature.new"), this::addFeature);
    start =
        Buttons.primary(
            Texts.text("mvp.launch.do"), Icon.EXPERIMENT, () -> now.ifPresent(model::launch));
    WriteGate.heed(start);
    getStyleClass().add("plan-part");
    getChildren().addAll(head(), scope(), measured(), foot());
  }

  private KeptRows<Feature, FeatureLine> features(FeatureScope side) {
    return new KeptRows<>(Feature::id, () -> new FeatureLine(model, side), FeatureLine::show);
  }

  /** Puts the caret where the next feature is typed. */
  void typeNow() {
    feature.requestFocus();
  }

  private Node head() {
    VBox head = new VBox();
    LineBox.lay(
        head,
        version,
        new Node[] {editors.remove("mvp.remove", "mvp.step.remove")},
        status,
        launch,
        owner);
    return head;
  }

  private Node scope() {
    Region line = new Region();
    line.getStyleClass().add("line");
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox divide = new HBox(Labels.cap(Texts.text("mvp.scope")), line);
    divide.getStyleClass().add("plan-scope");
    VBox all = new VBox(features, in, feature, divide, later);
    all.getStyleClass().add("idea-lines");
    return all;
  }

  private Node measured() {
    VBox all =
        new VBox(
            plan,
            measurements,
            new NewLineField(Texts.text("mvp.metric.new"), this::addMeasurement));
    all.getStyleClass().add("idea-lines");
    return WriteGate.on(all, model.parts().permissions().refusal(Measurement.KIND.name()));
  }

  private Node foot() {
    ready.getChildren().add(start);
    HBox foot = new HBox(missing, Spaces.grow(), ready);
    HBox.setHgrow(missing, Priority.ALWAYS);
    start.setMinWidth(Region.USE_PREF_SIZE);
    foot.getStyleClass().add("plan-foot");
    return foot;
  }

  void show(OfMvp of, SortedMap<RecordId, String> people) {
    now = Optional.of(of);
    Mvp mvp = of.mvp();
    offerStates(mvp.status());
    editors.show(
        mvp.id(),
        () -> {
          version.show(mvp.version());
          editors.show(status, Mvp.STATUS, mvp.status(), Value.text(mvp.status().wireName()));
          launch.show(mvp.launch().map(DayWords::shown).orElse(""));
          editors.show(owner, Mvp.OWNER, mvp.owner(), people);
        });
    List<Feature> isIn = of.features().stream().filter(Feature::isIn).toList();
    in.show(isIn);
    later.show(of.features().stream().filter(one -> !one.isIn()).toList());
    features.note(isIn.isEmpty() ? "" : Texts.count("mvp.features.count", isIn.size()));
    measurements.show(of.measurements());
    boolean isOut = mvp.status() == MvpStatus.LAUNCHED || mvp.status() == MvpStatus.RETIRED;
    List<LaunchCheck.Missing> lacks = of.missing();
    missing.setText(isOut ? launched(mvp) : lacking(lacks));
    ready.setVisible(!isOut);
    ready.setManaged(!isOut);
    ready.setDisable(!lacks.isEmpty());
  }

  /** Launched is what becomes of it by the button below, which asks for the whole plan. */
  private void offerStates(MvpStatus now) {
    List<MvpStatus> offered =
        Arrays.stream(MvpStatus.values())
            .filter(one -> one != MvpStatus.LAUNCHED || one == now)
            .toList();
    if (!status.getItems().equals(offered)) {
      editors.quietly(() -> status.getItems().setAll(offered));
    }
  }

  private static String launched(Mvp mvp) {
    return mvp.launch()
        .map(day -> Texts.text("mvp.launched.on", DayWords.shown(day)))
        .orElse(Texts.text("mvp.launched"));
  }

  private static String lacking(List<LaunchCheck.Missing> lacks) {
    return lacks.isEmpty()
        ? Texts.text("mvp.ready")
        : Texts.text(
            "mvp.missing",
            lacks.stream()
                .map(one -> Texts.text("mvp.missing." + one.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")));
  }

  private void addFeature(String text, Runnable otherwise) {
    Value line = Value.text(Ideas.line(text, Feature.TEXT_LENGTH_MAX));
    add("mvp.step.feature", Feature.KIND, Map.of(Feature.TEXT, line), otherwise);
  }

  private void addMeasurement(String metric, Runnable otherwise) {
    Value line = Value.text(Ideas.line(metric, Measurement.METRIC_LENGTH_MAX));
    add("mvp.step.measurement", Measurement.KIND, Map.of(Measurement.METRIC, line), otherwise);
  }

  private void add(String label, Kind kind, Map<String, Value> fields, Runnable otherwise) {
    now.ifPresent(of -> model.edits().make(label, kind, of.mvp().id(), fields, otherwise));
  }
}
