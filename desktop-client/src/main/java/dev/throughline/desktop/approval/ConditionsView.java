package dev.throughline.desktop.approval;

import dev.throughline.desktop.approval.SignDrafts.Line;
import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Statement.Condition;
import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is still to be done, each with who sees to it and its day. */
final class ConditionsView extends VBox {
  private final SortedMap<RecordId, String> people;
  private final Runnable changed;
  private final List<Typed> lines = new ArrayList<>();

  /** One that is being typed. */
  private static final class Typed {
    final TextField text = new TextField();
    final TextField due = new TextField();
    Optional<RecordId> owner = Optional.empty();

    Line line() {
      return new Line(text.getText(), owner, due.getText());
    }
  }

  /**
   * @param changed called when something is typed
   */
  ConditionsView(SortedMap<RecordId, String> people, Runnable changed) {
    this.people = people;
    this.changed = changed;
    getStyleClass().add("conditions");
    managedProperty().bind(visibleProperty());
  }

  /** Begins with these, and with an empty one where there are none. */
  void begin(List<Line> with) {
    with.forEach(this::add);
    if (with.isEmpty()) {
      add(new Line("", Optional.empty(), ""));
    }
  }

  private void add(Line with) {
    Typed typed = new Typed();
    typed.owner = with.owner();
    typed.text.setPromptText(Texts.text("sign.condition.prompt"));
    typed.text.setAccessibleText(Texts.text("sign.condition"));
    typed.text.setText(with.text());
    PersonBox owner =
        new PersonBox(
            Texts.text("sign.condition.owner"),
            who -> {
              typed.owner = who;
              changed.run();
            });
    owner.show(with.owner(), people);
    typed.due.setPromptText(Texts.text("sign.condition.due"));
    typed.due.setAccessibleText(Texts.text("sign.condition.due"));
    typed.due.getStyleClass().add("due");
    typed.due.setText(with.due());
    typed.text.textProperty().subscribe(changed);
    typed.due.textProperty().subscribe(changed);
    HBox.setHgrow(typed.text, Priority.ALWAYS);
    Button more = Buttons.icon(Icon.ADD, Texts.text("sign.condition.more"), this::more);
    HBox line = new HBox(typed.text, owner, typed.due, more);
    line.getStyleClass().add("condition");
    lines.add(typed);
    getChildren().add(line);
  }

  private void more() {
    if (lines.size() < Statement.CONDITIONS_MAX) {
      add(new Line("", Optional.empty(), ""));
      lines.getLast().text.requestFocus();
    }
  }

  /** As they are typed. */
  List<Line> lines() {
    return lines.stream().map(Typed::line).toList();
  }

  /** Those that say something; empty as soon as one of them lacks its day. */
  Optional<List<Condition>> typed() {
    List<Condition> all = new ArrayList<>();
    for (Line line : lines()) {
      String text = line.text().strip();
      Optional<LocalDate> due = DayWords.read(line.due());
      if (text.isEmpty()) {
        continue;
      }
      if (due.isEmpty()) {
        return Optional.empty();
      }
      all.add(new Condition(text, line.owner(), due.get()));
    }
    return Optional.of(all);
  }
}
