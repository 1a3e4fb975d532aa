package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/**
 * The sizes on offer as steps of a slider. A key applies its step at once; a drag applies when it
 * ends, because the slider itself grows with the size and would run away under the pointer.
 */
final class ScaleSlider extends HBox {
  private final IntegerProperty percent;
  private final Slider slider = new Slider(0, Theme.SCALES.size() - 1, 0);
  private final Label shown = Labels.mono("");

  ScaleSlider(IntegerProperty percent) {
    this.percent = percent;
    getStyleClass().add("scale");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    shown.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(slider, shown);
    slider.valueProperty().subscribe((_, _) -> moved());
    slider.valueChangingProperty().subscribe((_, _) -> moved());
    percent.subscribe(size -> slider.setValue(step(size.intValue())));
    show();
  }

  private void moved() {
    show();
    if (!slider.isValueChanging()) {
      percent.set(size());
    }
  }

  private void show() {
    String size = Texts.text("settings.scale.percent", size());
    shown.setText(size);
    slider.setAccessibleText(Texts.text("settings.scale.spoken", size));
  }

  private int size() {
    return Theme.SCALES.get((int) Math.round(slider.getValue()));
  }

  /** The step whose size is nearest, for a size that was set elsewhere. */
  private static int step(int percent) {
    int nearest = 0;
    for (int i = 1; i < Theme.SCALES.size(); i++) {
      if (Math.abs(Theme.SCALES.get(i) - percent) < Math.abs(Theme.SCALES.get(nearest) - percent)) {
        nearest = i;
      }
    }
    return nearest;
  }
}
