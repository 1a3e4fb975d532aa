package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** One proof of an item: its words, and the way to it. */
@PartOfView("a line of the details beside the checklist")
final class ProofLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;
  private final Button open;
  private Optional<Proof> now = Optional.empty();

  ProofLine(HandoffViewModel model) {
    editors = new Editors(model.edits(), Proof.KIND, "handoff.step.proof");
    text = editors.text("handoff.proof", Proof.TEXT, Proof.TEXT_LENGTH_MAX);
    open =
        Buttons.small(
            Buttons.icon(
                Icon.FORWARD, Texts.text("handoff.proof.open"), () -> now.ifPresent(model::open)));
    open.managedProperty().bind(open.visibleProperty());
    open.getStyleClass().add("over-line");
    LineBox.lay(
        this,
        text,
        new Node[] {open, editors.remove("handoff.proof.remove", "handoff.step.proof.remove")});
  }

  void show(Proof proof, Map<RecordId, String> names) {
    now = Optional.of(proof);
    open.setVisible(proof.source().isPresent() || !proof.link().isBlank());
    String otherwise = ProofWords.words(proof, names);
    text.setPromptText(otherwise.isBlank() ? Texts.text("handoff.proof.prompt") : otherwise);
    editors.show(proof.id(), () -> text.show(proof.text()));
  }
}
