package dev.throughline.desktop.history;

import dev.throughline.desktop.comparison.DifferenceView;
import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One revision: who, where and when, what changed, and the ways to compare and go back. */
final class RevisionView extends HBox {
  private final HistoryViewModel model;
  private final RevisionWords words;
  private final VBox compared = new VBox();

  RevisionView(HistoryViewModel model, RevisionWords words) {
    this.model = model;
    this.words = words;
    getStyleClass()
        .addAll("revision", words.revision().kind().name().toLowerCase(java.util.Locale.ROOT));
    compared.getStyleClass().add("compared");
    show(List.of(), false);
    VBox content = new VBox(head(), lines(), compared);
    if (words.revision().canBeRestored()) {
      content.getChildren().add(actions());
    }
    content.getStyleClass().add("content");
    content.setMinWidth(0);
    HBox.setHgrow(content, Priority.ALWAYS);
    StackPane lead = new StackPane(Avatar.row(name()));
    lead.getStyleClass().add("lead");
    getChildren().addAll(lead, content);
  }

  private String name() {
    return words.revision().author().isBlank() ? words.who() : words.revision().author();
  }

  private Node head() {
    FlowPane head = new FlowPane(Labels.h3(words.who()));
    head.getStyleClass().add("revision-head");
    if (!words.where().isEmpty()) {
      head.getChildren().add(Labels.small(words.where()));
    }
    head.getChildren().add(Labels.cap(model.at(words.revision().atMillis())));
    if (!words.note().isEmpty()) {
      head.getChildren().add(Chip.of(state(), icon(), words.note()));
    }
    return head;
  }

  private Chip.State state() {
    return switch (words.revision().kind()) {
      case UNSENT, LOGGED, ERASED -> Chip.State.NEUTRAL;
      case KEPT -> Chip.State.STALE;
    };
  }

  private Icon icon() {
    return switch (words.revision().kind()) {
      case UNSENT -> Icon.WAITING;
      case KEPT -> Icon.MERGE;
      case ERASED -> Icon.LOCK;
      case LOGGED -> Icon.DELETE;
    };
  }

  private VBox lines() {
    VBox lines = new VBox();
    lines.getStyleClass().add("lines");
    for (RevisionWords.Line line : words.lines()) {
      lines
          .getChildren()
          .add(
              row(
                  line.field(),
                  line.isKnown()
                      ? DifferenceView.of(line.before(), line.after())
                      : DifferenceView.plain(line.after())));
    }
    return lines;
  }

  private static HBox row(String name, Node value) {
    Label field = Labels.wrapping(Labels.small(name));
    field.getStyleClass().add("name");
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox row = new HBox(field, value);
    row.getStyleClass().add("line");
    return row;
  }

  private FlowPane actions() {
    Button compare =
        Buttons.small(
            Buttons.standard(
                Texts.text("history.compare"),
                Icon.PANES,
                () -> model.compare(words, fields -> show(fields, true))));
    Button restore =
        Buttons.small(
            Buttons.standard(
                Texts.text(
                    words.revision().kind() == Revision.Kind.KEPT
                        ? "history.restore.value"
                        : "history.restore"),
                Icon.UNDO,
                () -> model.restore(words)));
    for (Button button : List.of(compare, restore)) {
      button.setAccessibleText(
          Texts.text(
              "history.spoken",
              button.getText(),
              words.who(),
              model.at(words.revision().atMillis())));
    }
    FlowPane actions = new FlowPane(compare, restore);
    actions.getStyleClass().add("actions");
    return actions;
  }

  private void show(List<ComparedField> fields, boolean isAsked) {
    compared.setVisible(isAsked);
    compared.setManaged(isAsked);
    if (!isAsked) {
      return;
    }
    compared.getChildren().setAll(Labels.h3(Texts.text("history.compared")));
    if (fields.isEmpty()) {
      compared.getChildren().add(Labels.wrapping(Labels.small(Texts.text("history.same.line"))));
      return;
    }
    compared.getChildren().add(Labels.wrapping(Labels.small(Texts.text("history.compared.line"))));
    fields.forEach(
        field ->
            compared
                .getChildren()
                .add(row(field.field(), DifferenceView.of(field.then(), field.now()))));
  }
}
