package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Width;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How many fields are answered, answers for all of them, and the way to save. */
final class ConflictFoot extends StackPane {
  /** Narrower than this many text heights, the buttons stand below the words. */
  private static final double BESIDE_FROM_EM = 56;

  private final ConflictViewModel card;
  private final Label count = Labels.h3("");
  private final Label why = Labels.wrapping(Labels.small(""));
  private final FlowPane said = new FlowPane(count, why);
  private final FlowPane buttons = new FlowPane();

  ConflictFoot(ConflictViewModel card) {
    this.card = card;
    getStyleClass().add("foot");
    said.getStyleClass().add("said");
    said.setMinWidth(0);
    why.maxWidthProperty().bind(said.widthProperty());
    buttons.getStyleClass().add("buttons");
    card.other()
        .ifPresent(
            name ->
                buttons
                    .getChildren()
                    .addAll(
                        Buttons.standard(Texts.text("inbox.all.mine"), card::allMine),
                        Buttons.standard(Texts.text("inbox.all.theirs", name), card::allTheirs)));
    Button save = Buttons.primary(Texts.text("inbox.save"), Icon.CHECK, card::save);
    Buttons.withCommand(save, "inbox.save");
    buttons.getChildren().add(save);
    Width.isBelow(BESIDE_FROM_EM, this, count).subscribe(this::arrange);
    save.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                    () -> card.decidedProperty().get() < card.questions().size(),
                    card.decidedProperty(),
                    card.fields())
                .or(card.savingProperty()));
    card.decidedProperty().subscribe(_ -> show());
    card.fields().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void arrange(boolean below) {
    getChildren().clear();
    Pane both = below ? new VBox(said, buttons) : new HBox(said, buttons);
    both.getStyleClass().add(below ? "below" : "side-by-side");
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().setAll(both);
  }

  private void show() {
    int given = card.decidedProperty().get();
    int all = card.questions().size();
    count.setText(Texts.text("inbox.decided", given, all));
    why.setText(
        given < all
            ? Texts.count("inbox.undecided", all - given)
            : Texts.text("inbox.decided.all"));
  }
}
