package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import dev.throughline.desktop.ui.notice.Announcer;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** One record in which people changed the same fields: a block for each, and the answers' foot. */
final class ConflictView extends BorderPane {
  private final ConflictViewModel card;
  private final VBox blocks = new VBox();
  private final Well moved = new Well();
  private final Label movedWords = Labels.wrapping(Labels.body(""));
  private final CheckBox alike = new CheckBox();

  ConflictView(ConflictViewModel card) {
    this.card = card;
    getStyleClass().add("conflict");
    DetailHead top =
        new DetailHead(
            Icon.MERGE,
            card.item().kind(),
            card.item().name().isBlank() ? Texts.text("inbox.gone") : card.item().name(),
            ConflictWords.met(card),
            Buttons.standard(Texts.text("inbox.history"), Icon.STALE, card::history),
            Buttons.standard(Texts.text("inbox.open"), Icon.OPEN, card::open));
    blocks.getStyleClass().add("blocks");
    setUpMoved();
    setUpAlike();
    VBox body = Sheet.column(moved, blocks, alike);
    setCenter(Sheet.scrolling(Texts.text("inbox.fields"), body));
    top.above(this, body);
    setBottom(card.isOpen() ? new ConflictFoot(card) : new SettledFoot(card));
    getChildren().add(new Announcer(card.noticeProperty()));
    card.fields().addListener((InvalidationListener) _ -> fill());
    fill();
  }

  boolean shows(ConflictViewModel other) {
    return card == other;
  }

  private void setUpMoved() {
    moved.getStyleClass().add("moved");
    movedWords.setMinWidth(0);
    moved.getChildren().setAll(Icon.STALE.line(), movedWords);
    movedWords.textProperty().bind(card.noticeProperty());
    moved.visibleProperty().bind(card.noticeProperty().isNotEmpty());
    moved.managedProperty().bind(moved.visibleProperty());
  }

  private void setUpAlike() {
    alike.setWrapText(true);
    alike.selectedProperty().bindBidirectional(card.alikeProperty());
    card.similarProperty()
        .subscribe(
            count -> {
              alike.setText(Texts.count("inbox.alike", count.longValue()));
              alike.setVisible(count.intValue() > 0);
              alike.setManaged(alike.isVisible());
            });
  }

  private void fill() {
    List<ContestedView> shown =
        card.questions().stream().map(one -> new ContestedView(card, one)).toList();
    blocks.getChildren().setAll(shown);
  }
}
