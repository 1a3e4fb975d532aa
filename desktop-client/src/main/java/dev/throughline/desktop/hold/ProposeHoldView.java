package dev.throughline.desktop.hold;

import dev.throughline.desktop.approval.ReasonArea;
import dev.throughline.desktop.approval.SignSheet;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.StackPane;

/** The sheet on which a hold is set: on something that is here, or on what a number names. */
public final class ProposeHoldView extends StackPane {
  private static final int REASON_ROWS = 3;

  private final HoldsViewModel model;
  private final Optional<Holdable> about;
  private final Runnable close;
  private final String key;
  private final TextField matter = new TextField();
  private final TextField number = new TextField();
  private final LabeledField numbered =
      new LabeledField(Texts.text("hold.number"), number).hint(Texts.text("hold.number.hint"));
  private final SegmentedTabs reach =
      new SegmentedTabs(
          Texts.text("hold.reach"),
          Arrays.stream(Hold.Reach.values())
              .map(one -> new SegmentedTabs.Tab(one.wireName(), kind(one), null))
              .toList());
  private final ReasonArea reason =
      new ReasonArea(Texts.text("hold.reason.prompt"), Hold.REASON_LENGTH_MAX);
  private final Button propose;

  /**
   * @param about what it is to be on; empty for something that is not on this computer
   * @param close called when the server has it, or it is left
   */
  public ProposeHoldView(HoldsViewModel model, Optional<Holdable> about, Runnable close) {
    this.model = model;
    this.about = about;
    this.close = close;
    this.key = model.key();
    propose =
        Buttons.withKey(
            Buttons.primary(Texts.text("hold.propose.do"), Icon.LOCK, this::propose), "Ctrl Enter");
    matter.setTextFormatter(
        new TextFormatter<>(
            change ->
                change.getControlNewText().length() <= Hold.MATTER_LENGTH_MAX ? change : null));
    matter.textProperty().subscribe((_, _) -> check());
    number.textProperty().subscribe((_, _) -> check());
    reason.textProperty().subscribe((_, _) -> check());
    reason.setPrefRowCount(REASON_ROWS);
    SignSheet sheet =
        new SignSheet(
            Texts.text("hold.propose.title"),
            Icon.LOCK,
            propose,
            close,
            parts().toArray(Node[]::new));
    reach.select(Hold.Reach.INTERVIEW.wireName());
    sheet.say(Icon.SYNC, Texts.text("hold.needsServer"));
    getChildren().add(sheet);
    getStyleClass().add("hold-propose");
    check();
  }

  private List<Node> parts() {
    List<Node> parts = new ArrayList<>();
    about.ifPresentOrElse(
        its ->
            parts.add(
                SignSheet.facts(SignSheet.fact(its.kind(), its.name(), Texts.text("hold.covers")))),
        () -> parts.addAll(List.of(reach, numbered)));
    parts.add(
        new LabeledField(Texts.text("hold.matter"), matter).hint(Texts.text("hold.matter.hint")));
    parts.add(new LabeledField(Texts.text("hold.reason"), reason));
    parts.add(Labels.wrapping(Labels.small(Texts.text("hold.propose.line"))));
    return parts;
  }

  private static String kind(Hold.Reach reach) {
    return Texts.text("hold.kind." + reach.wireName());
  }

  /** Puts the focus on the first question. */
  public void begin() {
    if (about.isPresent()) {
      matter.requestFocus();
    } else {
      lookupAll(".toggle-button").stream().findFirst().ifPresent(Node::requestFocus);
    }
  }

  private Optional<RecordId> record() {
    return about.map(Holdable::record).or(() -> HoldsViewModel.record(number.getText()));
  }

  private void check() {
    boolean isWrong = !number.getText().isBlank() && record().isEmpty();
    numbered.errorProperty().set(isWrong ? Texts.text("hold.number.error") : "");
    propose.setDisable(
        record().isEmpty() || matter.getText().isBlank() || reason.getText().isBlank());
  }

  private void propose() {
    Optional<RecordId> record = record();
    if (propose.isDisabled() || record.isEmpty()) {
      return;
    }
    Hold.Reach reached =
        about
            .map(Holdable::reach)
            .or(() -> Hold.Reach.named(reach.selectedProperty().get()))
            .orElse(Hold.Reach.INTERVIEW);
    model.propose(
        new HoldWish(
            key, matter.getText().strip(), reason.getText().strip(), reached, record.get()),
        close);
  }
}
