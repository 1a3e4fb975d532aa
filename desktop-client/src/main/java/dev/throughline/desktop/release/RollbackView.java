package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.ReasonArea;
import dev.throughline.desktop.approval.SignSheet;
import dev.throughline.desktop.approval.SignWords;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.RollbackOrder;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sheet on which it is ordered to take a version back, and in an emergency signed. */
public final class RollbackView extends StackPane {
  private final ReleaseViewModel model;
  private final Aim aim;
  private final Purpose purpose;
  private final Runnable close;
  private final ReasonArea reason =
      new ReasonArea(Texts.text("order.reason.prompt"), RollbackOrder.REASON_LENGTH_MAX);

  /**
   * @param close called when it is ordered or left
   */
  public RollbackView(ReleaseViewModel model, Aim aim, Purpose purpose, Runnable close) {
    this.model = model;
    this.aim = aim;
    this.purpose = purpose;
    this.close = close;
    boolean isEmergency = purpose == Purpose.EMERGENCY;
    Button give =
        isEmergency
            ? Buttons.danger(Texts.text("order.give.emergency"), Icon.SIGN, this::give)
            : Buttons.primary(Texts.text("order.give"), Icon.UNDO, this::give);
    Buttons.withKey(give, "Ctrl Enter");
    give.disableProperty().bind(reason.textProperty().map(typed -> typed.isBlank()).orElse(true));
    List<Node> parts = new ArrayList<>();
    if (isEmergency) {
      parts.add(SignSheet.alarm(Texts.text("order.emergency.counts", aim.version())));
    }
    parts.add(facts());
    parts.add(new VBox(Labels.h3(Texts.text("order.reason")), reason));
    parts.getLast().getStyleClass().add("reason");
    if (isEmergency) {
      parts.add(SignSheet.key(model.keys().mine()));
    }
    getChildren()
        .add(
            new SignSheet(
                Texts.text(isEmergency ? "order.title.emergency" : "order.title", aim.version()),
                isEmergency ? Icon.WARNING : Icon.UNDO,
                give,
                close,
                parts.toArray(Node[]::new)));
    getStyleClass().add(isEmergency ? "emergency" : "rollback");
  }

  private Node facts() {
    List<Node> facts = new ArrayList<>();
    facts.add(fact("order.takes", Texts.text("order.takes.is", aim.version(), aim.title())));
    facts.add(
        fact(
            "order.back",
            aim.to() == 0 ? Texts.text("order.back.none") : Texts.text("order.back.is", aim.to())));
    if (!aim.failedTexts().isEmpty()) {
      facts.add(fact("order.failed", String.join("\n", aim.failedTexts())));
    }
    facts.add(
        fact(
            purpose == Purpose.EMERGENCY ? "order.ratify" : "sign.rule",
            SignWords.rule(aim.rules().of(purpose)),
            purpose == Purpose.EMERGENCY ? "" : Texts.text("order.waits")));
    return SignSheet.facts(facts.toArray(Node[]::new));
  }

  private static Node fact(String key, String value) {
    return fact(key, value, "");
  }

  private static Node fact(String key, String value, String second) {
    return SignSheet.fact(Texts.text(key), value, second);
  }

  /** Puts the caret where the reason is typed. */
  public void begin() {
    reason.requestFocus();
  }

  private void give() {
    model.give(aim, purpose, reason.getText(), close);
  }
}
