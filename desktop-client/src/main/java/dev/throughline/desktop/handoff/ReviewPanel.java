package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.ReviewWords;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.id.RecordId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What those who are asked to sign say of the chosen item, and where one says it. */
@PartOfView("a part of the side of a handoff")
final class ReviewPanel extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final HandoffViewModel model;
  private final SectionHeader head = new SectionHeader(Texts.text("review.title"));
  private final VBox said = new VBox();
  private final Map<Mark, Button> marks = new EnumMap<>(Mark.class);
  private final FlowPane buttons = new FlowPane();
  private final TextField note = new TextField();

  ReviewPanel(HandoffViewModel model) {
    this.model = model;
    getStyleClass().add("review-panel");
    said.getStyleClass().add("said");
    buttons.getStyleClass().add("marks");
    for (Mark mark : Mark.values()) {
      Button button =
          Buttons.small(
              Buttons.of(
                  Buttons.standard(
                      ReviewWords.mark(mark),
                      ReviewWords.icon(mark),
                      () -> model.reviews().mark(mark)),
                  ReviewWords.command(mark)));
      WriteGate.heed(button);
      marks.put(mark, button);
      buttons.getChildren().add(button);
    }
    note.setTextFormatter(
        new TextFormatter<>(
            change ->
                change.getControlNewText().length() <= Review.NOTE_LENGTH_MAX ? change : null));
    note.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    note.managedProperty().bind(note.visibleProperty());
    buttons.managedProperty().bind(buttons.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(head, said, buttons, note);
    model.detailProperty().subscribe(_ -> show());
    model.chosenProperty().subscribe(_ -> show());
    model.reviews().askingProperty().subscribe(this::ask);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      model.reviews().note(note.getText());
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.reviews().leave();
    } else {
      return;
    }
    event.consume();
  }

  private void ask(Optional<Mark> mark) {
    boolean wasFocused = note.isFocused();
    note.setVisible(mark.isPresent());
    mark.ifPresent(
        its -> {
          String prompt = Texts.text("review.note." + its.wireName());
          note.setPromptText(prompt);
          note.setAccessibleText(prompt);
          note.setText(model.reviews().mine().map(Review::note).orElse(""));
          // Later: else the letter of the command is typed into it.
          Platform.runLater(
              () -> {
                note.requestFocus();
                note.end();
              });
        });
    if (mark.isEmpty() && wasFocused) {
      Optional.ofNullable(marks.get(Mark.OK)).ifPresent(Button::requestFocus);
    }
  }

  private void show() {
    ItemReviews now = model.said();
    Optional<RecordId> item = model.chosenProperty().get();
    List<Review> all = item.map(now::of).orElse(List.of());
    setVisible(item.isPresent() && (now.isAsked() || !all.isEmpty()));
    buttons.setVisible(now.isAsked());
    head.note(model.chosenItem().map(its -> its.code()).orElse(""));
    said.getChildren().setAll(all.stream().map(one -> line(one, now)).toList());
    Optional<Mark> mine = item.flatMap(now::mine).map(Review::mark);
    marks.forEach(
        (mark, button) -> {
          boolean isMine = mine.equals(Optional.of(mark));
          button.pseudoClassStateChanged(CHOSEN, isMine);
          button.setAccessibleText(
              Texts.text(
                  isMine ? "review.mark.spoken.mine" : "review.mark.spoken",
                  ReviewWords.mark(mark),
                  model.chosenItem().map(its -> its.code()).orElse("")));
        });
  }

  /** What one of them says. */
  static Label line(Review review, ItemReviews among) {
    Label line = Labels.wrapping(Labels.small(ReviewWords.said(review, among)));
    line.setGraphic(ReviewWords.icon(review.mark()).line());
    line.getStyleClass()
        .addAll(
            "review-line", "tl-" + ReviewWords.tone(review.mark()).name().toLowerCase(Locale.ROOT));
    return line;
  }
}
