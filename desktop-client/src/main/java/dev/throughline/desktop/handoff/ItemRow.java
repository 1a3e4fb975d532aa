package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.ReviewWords;
import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Pressable;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Review;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One item of the checklist in one line; pressing it shows its details. */
@PartOfView("a row of the checklist")
final class ItemRow extends HBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final StackPane mark = new StackPane();
  private final Label code = Labels.mono("");
  private final Label title = Labels.wrapping(Labels.body(""));
  private final Label reason = Labels.wrapping(Labels.small(""));
  private final FlowPane words = new FlowPane(title, reason);
  private final VBox said = new VBox();
  private final HBox proofs = new HBox();
  private final StackPane owner = new StackPane();
  private final Label due = Labels.small("");
  private Optional<RecordId> item = Optional.empty();

  ItemRow(HandoffViewModel model) {
    getStyleClass().addAll("tl-row", "checklist-row");
    mark.getStyleClass().add("mark");
    code.setMinWidth(Region.USE_PREF_SIZE);
    words.getStyleClass().add("words");
    words.setAlignment(Pos.CENTER_LEFT);
    said.getStyleClass().add("said");
    said.managedProperty().bind(said.visibleProperty());
    VBox body = new VBox(words, said);
    body.getStyleClass().add("body");
    body.setMinWidth(0);
    HBox.setHgrow(body, Priority.ALWAYS);
    proofs.getStyleClass().add("proofs");
    proofs.setMinWidth(Region.USE_PREF_SIZE);
    owner.getStyleClass().add("owner");
    due.getStyleClass().add("due");
    due.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(mark, code, body, proofs, owner, due);
    Pressable.make(this, "", () -> item.ifPresent(model::choose));
    focusedProperty()
        .subscribe(
            isFocused -> {
              if (isFocused) {
                item.ifPresent(model::choose);
              }
            });
    model
        .chosenProperty()
        .subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen.equals(item)));
  }

  void show(ItemCheck check, HandoffDetail detail, boolean isChosen) {
    item = Optional.of(check.item().id());
    pseudoClassStateChanged(CHOSEN, isChosen);
    Chip.State state = HandoffWords.state(check);
    Node icon = check.isReady() ? HandoffWords.icon(check).fill() : HandoffWords.icon(check).line();
    Label shown = new Label();
    shown.setGraphic(icon);
    shown.getStyleClass().add("tl-" + state.name().toLowerCase(java.util.Locale.ROOT));
    mark.getChildren().setAll(shown);
    code.setText(check.item().code());
    title.setText(check.item().title());
    String why = HandoffWords.reason(check);
    reason.setText(why);
    reason.setManaged(!why.isEmpty());
    reason.getStyleClass().removeAll("tl-muted", "tl-stopped", "tl-stale", "tl-ready");
    reason
        .getStyleClass()
        .add(check.isReady() || state == Chip.State.NEUTRAL ? "tl-muted" : "tl-" + tone(state));
    showProofs(check, detail.names());
    showOwner(check, detail.people());
    List<Review> reviews = detail.reviews().of(check.item().id());
    showSaid(reviews, detail.reviews());
    due.setText(check.item().due().map(DayWords::shown).orElse(""));
    setAccessibleText(
        Texts.text(
            "handoff.row.spoken",
            check.item().code(),
            check.item().title(),
            (check.isReady() && why.isEmpty() ? Texts.text("handoff.standing.ready") : why)
                + spoken(reviews, detail.reviews())));
  }

  private static String spoken(List<Review> reviews, ItemReviews among) {
    return reviews.stream()
        .map(one -> ". " + ReviewWords.said(one, among))
        .collect(Collectors.joining());
  }

  private void showSaid(List<Review> reviews, ItemReviews among) {
    said.setVisible(!reviews.isEmpty());
    said.getChildren().setAll(reviews.stream().map(one -> ReviewPanel.line(one, among)).toList());
  }

  private static String tone(Chip.State state) {
    return state == Chip.State.STALE ? "stale" : "stopped";
  }

  private void showProofs(ItemCheck check, Map<RecordId, String> names) {
    proofs.getChildren().clear();
    if (check.proofs().size() == 1) {
      Proof only = check.proofs().getFirst();
      Label chip = Chip.neutral(Icon.TRANSCRIPT, ProofWords.words(only, names));
      chip.setMaxWidth(USE_PREF_SIZE);
      chip.getStyleClass().add("proof");
      proofs.getChildren().add(chip);
    } else if (!check.proofs().isEmpty()) {
      proofs
          .getChildren()
          .add(Chip.neutral(Icon.TRANSCRIPT, Texts.count("handoff.proofs", check.proofs().size())));
    }
  }

  private void showOwner(ItemCheck check, Map<RecordId, String> people) {
    owner.getChildren().clear();
    check
        .item()
        .owner()
        .ifPresent(
            who ->
                owner
                    .getChildren()
                    .add(Avatar.row(people.getOrDefault(who, Texts.text("idea.somebody")))));
    if (check.lacksOwner()) {
      Label seat = new Label();
      seat.setGraphic(Icon.PERSON.line());
      seat.getStyleClass().addAll("tl-avatar", "seat");
      owner.getChildren().add(seat);
    }
  }
}
