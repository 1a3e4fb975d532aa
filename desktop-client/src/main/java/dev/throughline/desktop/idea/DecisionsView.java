package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.TabLeaves;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WordsArea;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.value.Value;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was decided about an idea, and why; the newest first, a new one below. */
final class DecisionsView extends VBox {
  private final IdeaViewModel model;
  private final KeptRows<Decision, Row> rows;
  private final TextField text = new TextField();
  private final WordsArea rationale = new WordsArea();
  private final VBox why;

  DecisionsView(IdeaViewModel model) {
    this.model = model;
    this.rows =
        new KeptRows<>(Decision::id, () -> new Row(), (row, one) -> row.show(one, model.shown()));
    getStyleClass().add("idea-lines");
    text.getStyleClass().add("tl-new-line");
    text.setPromptText(Texts.text("idea.decision.new"));
    text.setAccessibleText(Texts.text("idea.decision.new"));
    rationale.setPromptText(Texts.text("idea.decision.why.prompt"));
    rationale.setAccessibleText(Texts.text("idea.decision.why"));
    rationale.setPrefRowCount(2);
    rationale.setWrapText(true);
    rationale.getStyleClass().addAll("tl-typed", "answer");
    rationale.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    TabLeaves.from(rationale);
    Button decide = Buttons.small(Buttons.standard(Texts.text("idea.decision.keep"), this::decide));
    decide.disableProperty().bind(text.textProperty().isEmpty());
    why = new VBox(rationale, decide);
    why.getStyleClass().add("why");
    // The reason is asked once there is something to give one for.
    why.visibleProperty().bind(text.textProperty().isNotEmpty());
    why.managedProperty().bind(why.visibleProperty());
    text.setOnAction(_ -> rationale.requestFocus());
    // A decision that was begun is kept when the page is left, rather than lost.
    sceneProperty()
        .addListener(
            (_, _, now) -> {
              if (now == null) {
                decide();
              }
            });
    WriteGate.heed(text);
    WriteGate.heed(rationale);
    getChildren().addAll(new SectionHeader(Texts.text("idea.decisions")), rows, text, why);
  }

  /** Puts the caret where the next decision is typed. */
  void typeNow() {
    text.requestFocus();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      decide();
      event.consume();
    }
  }

  private void decide() {
    if (!text.getText().isBlank()) {
      String what = text.getText();
      String why = rationale.getText();
      rationale.clear();
      text.clear();
      model.decide(
          what,
          why,
          () -> {
            if (text.getText().isEmpty()) {
              text.setText(what);
              rationale.setText(why);
            }
          });
      text.requestFocus();
    }
  }

  void show(IdeaDetail detail) {
    rows.show(detail.decisions());
  }

  /** One decision, edited where it stands. */
  private final class Row extends VBox {
    private Optional<RecordId> id = Optional.empty();
    private final InPlaceFieldView words =
        new InPlaceFieldView(
            Texts.text("idea.decision"),
            Texts.text("idea.decision.prompt"),
            (before, after) ->
                id.ifPresent(
                    its ->
                        model.set(
                            "idea.step.decide",
                            Decision.KIND,
                            its,
                            Decision.TEXT,
                            Value.text(before),
                            Value.text(after.strip()))));
    private final InPlaceFieldView reason =
        new InPlaceFieldView(
            Texts.text("idea.decision.why"),
            Texts.text("idea.decision.why.lacks"),
            (before, after) ->
                id.ifPresent(
                    its ->
                        model.edit(
                            "idea.step.decide",
                            Decision.KIND,
                            its,
                            Decision.RATIONALE,
                            before,
                            after.strip())));
    private final Label paragraphs = Labels.wrapping(Labels.body(""));
    private final Label foot = Labels.small("");

    Row() {
      getStyleClass().add("idea-line");
      words.getStyleClass().add("strong");
      Button remove =
          Buttons.small(
              Buttons.icon(
                  Icon.CLOSE,
                  Texts.text("idea.decision.remove"),
                  () ->
                      id.ifPresent(its -> model.remove("idea.step.undecide", Decision.KIND, its))));
      WriteGate.heed(remove);
      HBox first = new HBox(words, remove);
      first.getStyleClass().add("words");
      HBox.setHgrow(words, Priority.ALWAYS);
      getChildren().addAll(first, reason, paragraphs, foot);
    }

    void show(Decision one, IdeaDetail detail) {
      id = Optional.of(one.id());
      words.show(one.text());
      // A line has no room for paragraphs: those are read here and kept as they are.
      boolean isLong = one.rationale().contains("\n");
      reason.setVisible(!isLong);
      reason.setManaged(!isLong);
      paragraphs.setVisible(isLong);
      paragraphs.setManaged(isLong);
      paragraphs.setText(isLong ? one.rationale() : "");
      reason.show(isLong ? "" : one.rationale());
      foot.setText(
          Stream.of(
                  detail.name(one.by()),
                  one.atMillis() == 0 ? "" : model.parts().around().time().at(one.atMillis()))
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(", ")));
    }
  }
}
