package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.ItemCheck.Standing;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Proof;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The details of the chosen item: its words, who answers for it, and what shows that it holds. */
@PartOfView("the details beside the checklist")
final class ItemPanel extends VBox {
  private final Editors editors;
  private final Label code = Labels.mono("");
  private final Label state = Labels.small("");
  private final InPlaceFieldView title;
  private final InPlaceFieldView needs;
  private final ComboBox<ItemState> says = new ComboBox<>();
  private final PersonBox owner;
  private final InPlaceFieldView due;
  private final InPlaceFieldView note;
  private final SectionHeader shown = new SectionHeader(Texts.text("handoff.proof.title"));
  private final KeptRows<Proof, ProofLine> proofs;
  private final VBox evidence;
  private final Button again;
  private Optional<HandoffDetail> now = Optional.empty();
  private Optional<ItemCheck> check = Optional.empty();
  private boolean isShowing;
  private boolean wasFilled;

  ItemPanel(HandoffViewModel model) {
    editors = new Editors(model.edits(), ChecklistItem.KIND, "handoff.step.item.change");
    getStyleClass().add("item-panel");
    code.setMinWidth(Region.USE_PREF_SIZE);
    title = editors.text("handoff.item.title", ChecklistItem.TITLE, ChecklistItem.TITLE_LENGTH_MAX);
    title.getStyleClass().add("strong");
    needs = editors.text("handoff.item.needs", ChecklistItem.NEEDS, ChecklistItem.NEEDS_LENGTH_MAX);
    owner = editors.person("handoff.item.owner", ChecklistItem.OWNER);
    due = editors.day("handoff.item.due", ChecklistItem.DUE);
    note = editors.text("handoff.item.note", ChecklistItem.NOTE, ChecklistItem.NOTE_LENGTH_MAX);
    says.getItems().setAll(ItemState.values());
    says.setConverter(new ChoiceWords<>(one -> Texts.text("handoff.item.state." + sayable(one))));
    says.setAccessibleText(Texts.text("handoff.item.state"));
    says.valueProperty()
        .addListener(
            (_, _, chosen) -> {
              if (chosen != null && !isShowing) {
                check.ifPresent(its -> model.setState(its.item(), chosen));
              }
            });
    WriteGate.heed(says);
    again =
        Buttons.small(
            Buttons.standard(
                Texts.text("handoff.item.again"),
                Icon.CHECK,
                () -> check.ifPresent(its -> model.setState(its.item(), ItemState.READY))));
    again.managedProperty().bind(again.visibleProperty());
    WriteGate.heed(again);
    proofs =
        new KeptRows<>(
            Proof::id,
            () -> new ProofLine(model),
            (line, proof) -> now.ifPresent(detail -> line.show(proof, detail.names())));
    Button attach =
        Buttons.small(
            Buttons.of(
                Buttons.icon(Icon.ADD, Texts.text("handoff.attach"), model::attach),
                "handoff.attach"));
    Label takesLabel = Labels.small(Texts.text("handoff.item.takes"));
    takesLabel.setMinWidth(Region.USE_PREF_SIZE);
    HBox takes = new HBox(takesLabel, needs);
    takes.getStyleClass().add("takes");
    HBox.setHgrow(needs, Priority.ALWAYS);
    evidence =
        new VBox(
            new HBox(shown, Spaces.grow(), attach),
            takes,
            proofs,
            new NewLineField(Texts.text("handoff.proof.new"), model::addProof));
    evidence.getStyleClass().add("idea-lines");
    WriteGate.on(evidence, model.parts().ideas().permissions().refusal(Proof.KIND.name()));
    Labels.wrapping(state);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    code.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(code, state, again, remove());
    head.getStyleClass().add("head");
    says.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane facts = new FlowPane(says, owner, due);
    facts.getStyleClass().add("facts");
    getChildren().addAll(head, title, facts, note, evidence);
    model.detailProperty().subscribe(detail -> now = detail);
    model.detailProperty().subscribe(_ -> show(model));
    model.chosenProperty().subscribe(_ -> show(model));
  }

  private String sayable(ItemState state) {
    return state == ItemState.OPEN && check.filter(its -> its.filled().isPresent()).isPresent()
        ? "itself"
        : state.wireName();
  }

  private Button remove() {
    return editors.remove("handoff.item.remove", "handoff.step.item.remove");
  }

  private void show(HandoffViewModel model) {
    check = now.flatMap(detail -> model.chosenProperty().get().flatMap(detail::item));
    setVisible(check.isPresent());
    check.ifPresent(its -> show(its, now.orElseThrow()));
  }

  private void show(ItemCheck its, HandoffDetail detail) {
    ChecklistItem item = its.item();
    code.setText(item.code());
    String why = HandoffWords.reason(its);
    state.setText(why.isEmpty() ? Texts.text("handoff.standing.ready") : why);
    state.getStyleClass().removeAll("tl-muted", "tl-stopped", "tl-stale");
    state.getStyleClass().add(tone(its));
    again.setVisible(its.standing() == Standing.STALE);
    editors.show(
        item.id(),
        () -> {
          title.show(item.title());
          needs.show(item.needs());
          due.show(item.due().map(DayWords::shown).orElse(""));
          note.show(item.note());
          editors.show(owner, ChecklistItem.OWNER, item.owner(), detail.people());
        });
    isShowing = true;
    if (wasFilled != its.filled().isPresent()) {
      // The words of one and the same state are others now.
      wasFilled = its.filled().isPresent();
      says.setValue(null);
    }
    says.setValue(item.state());
    isShowing = false;
    List<Proof> all = its.proofs();
    shown.note(all.isEmpty() ? "" : Texts.number(all.size()));
    proofs.show(all);
  }

  private static String tone(ItemCheck its) {
    if (its.isReady()) {
      return "tl-muted";
    }
    return switch (HandoffWords.state(its)) {
      case STALE -> "tl-stale";
      case STOPPED -> "tl-stopped";
      case NEUTRAL, READY, ASKED -> "tl-muted";
    };
  }
}
