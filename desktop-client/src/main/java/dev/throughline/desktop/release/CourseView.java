package dev.throughline.desktop.release;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One version that was signed: how far it is, why, and what its checks say. */
final class CourseView extends VBox {
  private final ReleaseViewModel model;
  private final Label version = Labels.h2("");
  private final Label since = Labels.muted("");
  private final Button back;
  private final Button emergency;
  private final StepsView steps = new StepsView();
  private final Label sentence = Labels.wrapping(Labels.body(""));
  private final VBox why = new VBox();
  private final KeptRows<CheckStand, CheckRow> checks;
  private Optional<ReleasesNow> now = Optional.empty();

  CourseView(ReleaseViewModel model) {
    this.model = model;
    getStyleClass().add("release-course");
    back =
        button(
            Buttons.standard(Texts.text("release.rollback"), Icon.UNDO, model::order),
            "handoff.rollback");
    emergency =
        button(
            Buttons.danger(Texts.text("release.emergency"), Icon.WARNING, model::emergency),
            "handoff.emergency");
    version.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(version, since, Spaces.grow(), back, emergency);
    head.getStyleClass().add("head");
    sentence.getStyleClass().add("sentence");
    why.getStyleClass().add("why");
    why.managedProperty().bind(why.visibleProperty());
    checks =
        new KeptRows<>(
            stand -> stand.planned().id(),
            () -> new CheckRow(model),
            (row, stand) -> now.ifPresent(its -> row.show(stand, its.people())));
    checks.getStyleClass().add("checks");
    checks.managedProperty().bind(checks.visibleProperty());
    getChildren().addAll(head, steps, sentence, why, checks);
  }

  private static Button button(Button button, String command) {
    button.managedProperty().bind(button.visibleProperty());
    return Buttons.of(Buttons.small(button), command);
  }

  void show(Course about, ReleasesNow all) {
    now = Optional.of(all);
    version.setText(Texts.text("release.version", about.version()));
    since.setText(Texts.text("release.since", model.time().at(about.release().since())));
    boolean isAim =
        all.aim().filter(aim -> aim.release().id().equals(about.release().id())).isPresent();
    back.setVisible(isAim && all.isOrderable());
    emergency.setVisible(isAim && all.isEmergencyOrderable());
    steps.show(about);
    showSentence(about);
    boolean hadFocus = rows().anyMatch(CheckRow::isAtHand);
    checks.show(about.checks());
    checks.setVisible(about.showsChecks() && !about.checks().isEmpty());
    if (hadFocus && rows().noneMatch(CheckRow::isAtHand)) {
      // What was reported is not asked any more: on to the next.
      Platform.runLater(
          () -> rows().filter(CheckRow::isAsked).findFirst().ifPresent(CheckRow::enter));
    }
  }

  private Stream<CheckRow> rows() {
    return checks.getChildren().stream().map(CheckRow.class::cast);
  }

  private void showSentence(Course about) {
    Chip.State tone = ReleaseWords.tone(about);
    sentence.setText(ReleaseWords.sentence(about));
    sentence.setGraphic(ReleaseWords.icon(about).map(Icon::line).orElse(null));
    sentence.getStyleClass().removeAll("tl-neutral", "tl-ready", "tl-stale", "tl-stopped");
    sentence.getStyleClass().add("tl-" + tone.name().toLowerCase(Locale.ROOT));
    why.getChildren().clear();
    about.refusal().ifPresent(this::showRefusal);
    why.setVisible(!why.getChildren().isEmpty());
  }

  private void showRefusal(Refusal refusal) {
    String rule = ReleaseWords.rule(refusal);
    if (!rule.isEmpty()) {
      why.getChildren().add(line(rule));
    }
    refusal.lines().forEach(one -> why.getChildren().add(line(one)));
  }

  private static Node line(String words) {
    return Labels.wrapping(Labels.small(words));
  }
}
