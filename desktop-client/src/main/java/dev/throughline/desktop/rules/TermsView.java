package dev.throughline.desktop.rules;

import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicyReader;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How long a rule gives, from which costs on it holds, and whether those who wrote it sign. */
final class TermsView extends VBox {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final RuleRow row;
  private final Runnable changed;
  private final TextField days = new TextField();
  private final TextField from = new TextField();
  private final TextField hours = new TextField();
  private final CheckBox contributors = new CheckBox(Texts.text("rule.contributors"));

  /**
   * @param changed called when something else is typed or chosen
   */
  TermsView(RuleRow row, Runnable changed) {
    this.row = row;
    this.changed = changed;
    Policy rule = row.rule();
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("terms");
    days.setText(Long.toString(rule.signingTime().toDays()));
    fields
        .getChildren()
        .add(field("rule.days.field", days, "rule.days.hint", 1, PolicyReader.DAYS_MAX));
    if (rule.from().isPresent()) {
      from.setText(Long.toString(rule.from().getAsLong()));
      fields
          .getChildren()
          .add(field("rule.from.field", from, "rule.from.hint", 1, Integer.MAX_VALUE));
    }
    if (row.canWait()) {
      hours.setText(Long.toString(rule.coolOff().toHours()));
      fields
          .getChildren()
          .add(field("rule.think.field", hours, "rule.think.hint", 0, PolicyReader.HOURS_MAX));
    }
    contributors.setSelected(!rule.excludesContributors());
    contributors.selectedProperty().subscribe((_, _) -> changed.run());
    getStyleClass().add("rule-terms");
    getChildren().addAll(fields, contributors);
  }

  private LabeledField field(String name, TextField field, String hint, long min, long max) {
    LabeledField labeled =
        new LabeledField(Texts.text(name), field).hint(Texts.text(hint, min, max));
    field
        .textProperty()
        .subscribe(
            (_, typed) -> {
              labeled
                  .errorProperty()
                  .set(whole(typed, min, max).isPresent() ? "" : Texts.text(hint, min, max));
              changed.run();
            });
    return labeled;
  }

  private static OptionalLong whole(String typed, long min, long max) {
    String number = typed.strip();
    if (!WHOLE.matcher(number).matches()) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(number);
    return value >= min && value <= max ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** The days to sign that are typed; empty while they cannot be. */
  OptionalLong days() {
    return whole(days.getText(), 1, PolicyReader.DAYS_MAX);
  }

  /** The costs from which it holds; those of before for a rule that asks for none. */
  OptionalLong from() {
    return row.rule().from().isPresent()
        ? whole(from.getText(), 1, Integer.MAX_VALUE)
        : row.rule().from();
  }

  /** The hours to think; none for a rule that has no such time. */
  OptionalLong hours() {
    return row.canWait() ? whole(hours.getText(), 0, PolicyReader.HOURS_MAX) : OptionalLong.of(0);
  }

  boolean excludesContributors() {
    return !contributors.isSelected();
  }

  /** Whether all that is typed can be. */
  boolean isSound() {
    return days().isPresent()
        && hours().isPresent()
        && from().isPresent() == row.rule().from().isPresent();
  }
}
