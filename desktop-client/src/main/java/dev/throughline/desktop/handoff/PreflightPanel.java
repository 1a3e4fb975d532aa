package dev.throughline.desktop.handoff;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Claim;
import dev.throughline.model.handoff.Finding;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stops the submission, each with the way there; and what holds already. */
@PartOfView("the head of the side of a handoff")
final class PreflightPanel extends VBox {
  /** Shown at once; the rest follows as they are mended. */
  private static final int SHOWN_MAX = 8;

  private final HandoffViewModel model;
  private final Label count = Labels.muted("");
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox findings = new VBox();
  private final Label sentence = Labels.wrapping(Labels.small(""));
  private List<Finding> shown = List.of();
  private boolean isBuilt;
  private boolean isQuiet;

  PreflightPanel(HandoffViewModel model) {
    this.model = model;
    getStyleClass().add("preflight");
    HBox head = new HBox(Labels.h2(Texts.text("handoff.preflight")), Spaces.grow(), count);
    head.getStyleClass().add("head");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.text("handoff.preflight"));
    findings.getStyleClass().add("findings");
    getChildren().addAll(head, bar, findings, sentence);
  }

  void show(HandoffDetail detail) {
    long ready = detail.readyCount();
    int all = detail.items().size();
    count.setText(Texts.text("handoff.preflight.count", ready, all));
    bar.setProgress(all == 0 ? 0 : (double) ready / all);
    if (!isBuilt || isQuiet != detail.isSent() || !shown.equals(detail.findings())) {
      isBuilt = true;
      isQuiet = detail.isSent();
      shown = detail.findings();
      findings.getChildren().clear();
      shown.stream()
          .limit(SHOWN_MAX)
          .map(one -> row(one, detail))
          .forEach(findings.getChildren()::add);
    }
    findings.getChildren().removeIf(row -> row.getStyleClass().contains("holds"));
    holds(detail);
    sentence.setText(sentence(detail));
  }

  private Node row(Finding finding, HandoffDetail detail) {
    ListRow row = new ListRow(HandoffWords.finding(finding, detail)).lead(lead(finding, isQuiet));
    return row.onOpen(
        () -> {
          if (finding.kind() == Finding.Kind.MISSING) {
            model.bringBack(finding.code());
          } else {
            model.jumpTo(finding);
          }
        });
  }

  /** What is out already is stopped by nothing any more, so nothing is loud. */
  private static Node lead(Finding finding, boolean isQuiet) {
    Label lead = new Label();
    lead.setGraphic(HandoffWords.icon(finding).line());
    lead.getStyleClass()
        .add(
            switch (finding.kind()) {
              case OPEN -> "tl-muted";
              case STALE -> isQuiet ? "tl-muted" : "tl-stale";
              default -> isQuiet ? "tl-muted" : "tl-stopped";
            });
    return lead;
  }

  private void holds(HandoffDetail detail) {
    int claims = detail.bundle().claims().size();
    boolean isAllowed = detail.bundle().claims().stream().noneMatch(Claim::isHeldBack);
    if (claims > 0 && isAllowed) {
      holds(Texts.count("handoff.holds.consent", claims));
    }
    if (detail.findings().isEmpty()) {
      holds(Texts.text("handoff.holds.all"));
    }
    if (detail.isTooFewForKernel()) {
      ListRow row =
          new ListRow(
                  Texts.text(
                      "handoff.preflight.kernel",
                      Texts.count("handoff.preflight.kernel.takes", detail.kernelTakes()),
                      Texts.count("handoff.preflight.kernel.seats", detail.seats())))
              .lead(warning());
      row.getStyleClass().add("holds");
      findings.getChildren().add(row);
    }
  }

  private static Node warning() {
    Label lead = new Label();
    lead.setGraphic(Icon.WARNING.line());
    lead.getStyleClass().add("tl-stale");
    return lead;
  }

  private void holds(String words) {
    ListRow row = new ListRow(words).lead(Icon.CHECK);
    row.getStyleClass().add("holds");
    findings.getChildren().add(row);
  }

  private static String sentence(HandoffDetail detail) {
    int found = detail.findings().size();
    if (found > 0) {
      return Texts.count(
          detail.isSent() ? "handoff.preflight.later" : "handoff.preflight.stops", found);
    }
    return Texts.text(
        detail.isFresh() ? "handoff.preflight.free" : "handoff.preflight.nothingNew",
        detail.nextVersion());
  }
}
