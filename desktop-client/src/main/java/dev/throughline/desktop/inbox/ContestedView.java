package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One field people changed: before, their values side by side, and what can be answered. */
final class ContestedView extends VBox {
  /** Narrower than this many text heights, the columns stand one below the other. */
  private static final double BESIDE_FROM_EM = 44;

  private final FieldQuestion question;
  private final Contested contested;
  private final ObjectProperty<Optional<Answer>> answer;
  private final StackPane mark = new StackPane();
  private final GridPane columns = new GridPane();
  private final List<Node> parts = new ArrayList<>();

  ContestedView(ConflictViewModel card, FieldQuestion question) {
    this.question = question;
    this.contested = question.latest();
    this.answer = card.answer(contested);
    getStyleClass().add("contested");
    Label why = Labels.wrapping(Labels.small(question.why()));
    columns.getStyleClass().add("columns");
    if (!contested.before().isEmpty()) {
      parts.add(PartyView.before(contested));
    }
    for (FieldQuestion.Choice choice : question.choices()) {
      parts.add(new PartyView(card, choice.of(), choice.side()));
    }
    getChildren().addAll(head(), why, columns);
    since().ifPresent(getChildren()::add);
    if (contested.isOverlap() && contested.isOpen()) {
      getChildren().add(new PassageView(card, contested));
    }
    Width.isBelow(BESIDE_FROM_EM, this, why).subscribe(this::arrange);
    answer.subscribe(this::decided);
  }

  private HBox head() {
    mark.getStyleClass().add("mark");
    Label field = Labels.h3(contested.field());
    HBox head = new HBox(mark, field, Spaces.grow());
    head.getStyleClass().add("contested-head");
    boolean isOfTwo = contested.isOpen() && !question.isOfSeveral();
    if (isOfTwo && contested.answers().contains(Answer.BOTH)) {
      head.getChildren().add(toggle("inbox.both", Answer.BOTH));
    }
    if (isOfTwo && contested.answers().contains(Answer.OWN)) {
      head.getChildren().add(toggle("inbox.own", Answer.OWN));
    }
    return head;
  }

  private ToggleButton toggle(String key, Answer choice) {
    ToggleButton toggle = new ToggleButton(Texts.text(key));
    toggle.getStyleClass().addAll("flat", "small");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(Texts.text("inbox.answer.spoken", contested.field(), Texts.text(key)));
    toggle.setOnAction(
        _ -> answer.set(toggle.isSelected() ? Optional.of(choice) : Optional.empty()));
    answer.subscribe(now -> toggle.setSelected(now.equals(Optional.of(choice))));
    return toggle;
  }

  /** What happened to the field after the two values met. */
  private Optional<Node> since() {
    boolean isMoved =
        contested.isOpen()
            && !contested.isTrash()
            && !contested.isOverlap()
            && contested.isThere()
            && question.isChangedSince();
    String words =
        contested.isTrashed()
            ? Texts.text("inbox.now.trashed")
            : isMoved ? Texts.text("inbox.now.changed") : "";
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Label note = Labels.wrapping(Labels.small(words));
    note.getStyleClass().add("tl-stale");
    return Optional.of(note);
  }

  private void decided(Optional<Answer> now) {
    boolean isDone = now.isPresent() || !contested.isOpen();
    mark.getChildren().setAll(isDone ? Icon.CHECK.fill() : Icon.ASKED.line());
    mark.getStyleClass().removeAll("done", "asked");
    mark.getStyleClass().add(isDone ? "done" : "asked");
  }

  private void arrange(boolean below) {
    columns.getChildren().clear();
    columns.getColumnConstraints().clear();
    int count = below ? 1 : parts.size();
    for (int i = 0; i < count; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / count);
      column.setHgrow(Priority.ALWAYS);
      columns.getColumnConstraints().add(column);
    }
    for (int i = 0; i < parts.size(); i++) {
      columns.add(parts.get(i), below ? 0 : i, below ? i : 0);
    }
  }
}
