package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.control.TextField;

/** The name others see. */
final class NameSection extends SettingSection {
  NameSection(NameViewModel name) {
    super(Texts.text("settings.name"));
    TextField field = new TextField();
    field.textProperty().bindBidirectional(name.typedProperty());
    field.setOnAction(_ -> name.commit());
    field
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is) {
                name.commit();
              }
            });
    header()
        .noteProperty()
        .bind(name.isSavedProperty().map(saved -> saved ? Texts.text("settings.name.saved") : ""));
    add(
        new LabeledField(Texts.text("settings.name.field"), field)
            .hint(Texts.text("settings.name.hint")));
  }
}
