package dev.throughline.desktop.device;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The list of devices, each with what can be done about it. */
public final class DevicesView extends VBox {
  private final DevicesViewModel model;
  private final VBox rows = new VBox();

  public DevicesView(DevicesViewModel model) {
    this.model = model;
    getStyleClass().add("devices");
    Label line = Labels.wrapping(Labels.small(""));
    line.getStyleClass().add("access-line");
    line.textProperty().bind(model.lineProperty());
    getChildren().addAll(line, rows, naming());
    model.rows().addListener((InvalidationListener) _ -> show());
    model.askedProperty().subscribe(_ -> show());
  }

  private LabeledField naming() {
    TextField field = new TextField();
    model.nameProperty().subscribe(field::setText);
    field.setOnAction(_ -> model.rename(field.getText()));
    field
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is && !field.getText().equals(model.nameProperty().get())) {
                model.rename(field.getText());
              }
            });
    return new LabeledField(Texts.text("device.name"), field).hint(Texts.text("device.name.hint"));
  }

  private void show() {
    rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
    rows.getChildren().stream()
        .flatMap(row -> row.lookupAll(".safe").stream())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private ListRow row(DeviceRow device) {
    ListRow row = new ListRow(device.name()).lead(Icon.COMPUTER).second(second(device));
    if (device.isHere()) {
      return row.state(Chip.of(Chip.State.NEUTRAL, Texts.text("device.here")));
    }
    if (device.ended().isPresent()) {
      return row.state(Chip.of(Chip.State.NEUTRAL, Texts.text("device.out")));
    }
    return row.state(
        model.askedProperty().get().filter(device.id()::equals).isPresent()
            ? answers(device)
            : Buttons.standard(Texts.text("device.end"), () -> model.ask(device)));
  }

  private String second(DeviceRow device) {
    if (model.askedProperty().get().filter(device.id()::equals).isPresent()) {
      return Texts.text("device.end.ask");
    }
    List<String> parts = new ArrayList<>();
    if (!device.person().isEmpty()) {
      parts.add(device.person());
    }
    parts.add(
        device
            .ended()
            .map(model::endedWords)
            .orElseGet(() -> Texts.text("device.seen", device.seen())));
    if (device.waiting() > 0) {
      parts.add(Texts.count("device.waiting", device.waiting()));
    }
    return String.join(" \u00b7 ", parts);
  }

  private HBox answers(DeviceRow device) {
    Button keep = Buttons.standard(Texts.text("device.end.no"), model::keep);
    keep.getStyleClass().add("safe");
    HBox answers =
        new HBox(
            keep,
            Buttons.danger(Texts.text("device.end.yes"), Icon.SIGN_OUT, () -> model.end(device)));
    answers.getStyleClass().add("device-answers");
    return answers;
  }
}
