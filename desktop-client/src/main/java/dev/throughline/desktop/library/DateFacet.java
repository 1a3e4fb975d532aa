package dev.throughline.desktop.library;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Which days are listed: some usual spans, or any from and to. */
final class DateFacet extends VBox {
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  private final ObjectProperty<DateChoice> chosen;
  private final Map<DateChoice, RadioButton> buttons = new LinkedHashMap<>();
  private final RadioButton between;
  private final DatePicker from = picker("library.date.from");
  private final DatePicker to = picker("library.date.to");
  private final VBox ends = new VBox(from, to);
  private final ToggleGroup group = new ToggleGroup();

  DateFacet(ObjectProperty<DateChoice> chosen) {
    this.chosen = chosen;
    getStyleClass().add("library-facet");
    Label head = Labels.h3(Texts.text("library.column.date"));
    head.getStyleClass().add("head");
    getChildren().add(head);
    add("library.date.any", new DateChoice.Any());
    add("library.date.upcoming", new DateChoice.Upcoming());
    add("library.date.week", new DateChoice.Last(WEEK));
    add("library.date.month", new DateChoice.Last(MONTH));
    add("library.date.none", new DateChoice.None());
    between = button("library.date.between");
    between.setOnAction(_ -> chosen.set(span()));
    ends.getStyleClass().add("dates");
    from.valueProperty().subscribe((_, _) -> spanChanged());
    to.valueProperty().subscribe((_, _) -> spanChanged());
    getChildren().addAll(new FacetLine(between, 0), ends);
    chosen.subscribe(this::mark);
  }

  private static DatePicker picker(String key) {
    DatePicker picker = new DatePicker();
    picker.setPromptText(Texts.text(key));
    picker.setAccessibleText(Texts.text(key));
    picker.getEditor().setAccessibleText(Texts.text(key));
    picker.setMaxWidth(Double.MAX_VALUE);
    return picker;
  }

  private RadioButton button(String key) {
    RadioButton button = new RadioButton(Texts.text(key));
    button.setToggleGroup(group);
    return button;
  }

  private void add(String key, DateChoice choice) {
    RadioButton button = button(key);
    button.setOnAction(_ -> chosen.set(choice));
    buttons.put(choice, button);
    getChildren().add(new FacetLine(button, 0));
  }

  private DateChoice.Between span() {
    return new DateChoice.Between(day(from), day(to));
  }

  private static Optional<LocalDate> day(DatePicker picker) {
    return Optional.ofNullable(picker.getValue());
  }

  private void spanChanged() {
    if (chosen.get() instanceof DateChoice.Between shown && !shown.equals(span())) {
      chosen.set(span());
    }
  }

  private void mark(DateChoice choice) {
    boolean isSpan = choice instanceof DateChoice.Between;
    ends.setVisible(isSpan);
    ends.setManaged(isSpan);
    if (choice instanceof DateChoice.Between(Optional<LocalDate> first, Optional<LocalDate> last)) {
      between.setSelected(true);
      from.setValue(first.orElse(null));
      to.setValue(last.orElse(null));
      return;
    }
    RadioButton button = buttons.get(choice);
    if (button == null) {
      group.selectToggle(null);
    } else {
      button.setSelected(true);
    }
  }
}
