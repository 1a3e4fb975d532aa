package dev.throughline.desktop.release;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One check of a version: what is looked at, and what came out or who says so. */
@PartOfView("a row of the checks of a release")
final class CheckRow extends HBox {
  private final ReleaseViewModel model;
  private final Label mark = new Label();
  private final Label text = Labels.wrapping(Labels.body(""));
  private final Label passes = Labels.wrapping(Labels.small(""));
  private final Label said = Labels.wrapping(Labels.body(""));
  private final Label who = Labels.small("");
  private final VBox result = new VBox(said, who);
  private final TextField value = new TextField();
  private final Button passed;
  private final Button failed;
  private final HBox report;
  private Optional<RecordId> check = Optional.empty();

  CheckRow(ReleaseViewModel model) {
    this.model = model;
    getStyleClass().add("release-check");
    mark.getStyleClass().add("mark");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    passes.managedProperty().bind(passes.textProperty().isNotEmpty());
    who.managedProperty().bind(who.textProperty().isNotEmpty());
    VBox words = new VBox(text, passes);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    result.getStyleClass().add("result");
    value.setPromptText(Texts.text("release.value.prompt"));
    value.setTextFormatter(
        new TextFormatter<>(
            change ->
                change.getControlNewText().length() <= CheckResult.VALUE_LENGTH_MAX
                    ? change
                    : null));
    value.textProperty().subscribe(typed -> check.ifPresent(its -> model.measure(its, typed)));
    passed = button("release.pass", Icon.CHECK, "handoff.passed", CheckOutcome.PASSED);
    failed = button("release.fail", Icon.CLOSE, "handoff.failed", CheckOutcome.FAILED);
    report = new HBox(value, passed, failed);
    report.getStyleClass().add("report");
    report.setMinWidth(Region.USE_PREF_SIZE);
    report
        .focusWithinProperty()
        .subscribe(
            isWithin -> {
              if (isWithin) {
                check.ifPresent(model::choose);
              }
            });
    for (Region part : new Region[] {result, report}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    getChildren().addAll(mark, words, result, report);
  }

  private Button button(String key, Icon icon, String command, CheckOutcome outcome) {
    Button button =
        Buttons.small(
            Buttons.standard(
                Texts.text(key), icon, () -> check.ifPresent(its -> model.report(its, outcome))));
    return Buttons.of(button, command);
  }

  /** Whether it can be reported here. */
  boolean isAsked() {
    return report.isVisible();
  }

  /** Whether the focus is where it is reported. */
  boolean isAtHand() {
    return report.isFocusWithin();
  }

  /** Gives the focus to what was measured. */
  void enter() {
    value.requestFocus();
  }

  void show(CheckStand stand, Map<RecordId, String> people) {
    boolean isOther = !check.equals(Optional.of(stand.planned().id()));
    check = Optional.of(stand.planned().id());
    if (isOther) {
      value.clear();
    }
    String what = ReleaseWords.check(stand.planned());
    text.setText(what);
    passes.setText(ReleaseWords.passes(stand.planned()));
    value.setAccessibleText(Texts.text("release.value.of", what));
    passed.setAccessibleText(Texts.text("release.pass.of", what));
    failed.setAccessibleText(Texts.text("release.fail.of", what));
    report.setVisible(stand.isAsked());
    result.setVisible(!stand.isAsked());
    showMark(stand);
    showResult(stand, people);
  }

  private void showMark(CheckStand stand) {
    boolean isReported = stand.reported().isPresent();
    mark.setGraphic(
        stand.isPassed()
            ? Icon.CHECK.fill()
            : stand.isFailed()
                ? Icon.NEEDS_YOU.line()
                : isReported ? Icon.WAITING.line() : Icon.NOT_STARTED.line());
    mark.getStyleClass().removeAll("tl-ready", "tl-stopped", "tl-muted");
    mark.getStyleClass()
        .add(stand.isPassed() ? "tl-ready" : stand.isFailed() ? "tl-stopped" : "tl-muted");
  }

  private void showResult(CheckStand stand, Map<RecordId, String> people) {
    said.getStyleClass().removeAll("tl-muted", "tl-stopped");
    who.setText(stand.result().map(its -> ReleaseWords.who(its, people, model.time())).orElse(""));
    if (stand.result().isPresent()) {
      CheckResult.Taken its = stand.result().get();
      said.setText(ReleaseWords.result(its.outcome(), its.value()));
      if (stand.isFailed()) {
        said.getStyleClass().add("tl-stopped");
      }
      return;
    }
    said.getStyleClass().add("tl-muted");
    said.setText(
        stand
            .reported()
            .map(its -> ReleaseWords.result(its.outcome(), its.value()))
            .orElse(Texts.text(stand.isAwaited() ? "release.awaited" : "release.none")));
    stand.reported().ifPresent(_ -> who.setText(Texts.text("release.reported")));
  }
}
