package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.Level;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How loud it is: a cell a decibel, from -48 to 0; the highest of late is held. */
final class MeterView extends VBox {
  private static final int CELLS = 48;
  private static final int AMBER_FROM = CELLS - 10;
  private static final int RED_FROM = CELLS - 4;
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  private final List<Region> cells = new ArrayList<>();
  private int on = -1;
  private int held = -1;

  MeterView() {
    getStyleClass().add("meter");
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(Texts.text("recording.meter"));
    HBox row = new HBox();
    row.getStyleClass().add("cells");
    for (int i = 0; i < CELLS; i++) {
      Region cell = new Region();
      cell.getStyleClass().add(i >= RED_FROM ? "red" : i >= AMBER_FROM ? "amber" : "green");
      HBox.setHgrow(cell, Priority.ALWAYS);
      cells.add(cell);
      row.getChildren().add(cell);
    }
    HBox scale =
        new HBox(
            Labels.mono("-48"),
            Spaces.grow(),
            Labels.mono("-24"),
            Spaces.grow(),
            Labels.mono("-12"),
            Spaces.grow(),
            Labels.mono("0 dB"));
    scale.getStyleClass().add("scale");
    getChildren().addAll(row, scale);
  }

  void show(Level level) {
    int now = cell(level.peak());
    int most = cell(level.held());
    if (now == on && most == held) {
      return;
    }
    on = now;
    held = most;
    for (int i = 0; i < CELLS; i++) {
      cells.get(i).pseudoClassStateChanged(ON, i < now);
      cells.get(i).pseudoClassStateChanged(HELD, i == most - 1 && most > now);
    }
  }

  /** How many cells a level fills. */
  private static int cell(double decibels) {
    return Math.clamp(Math.round(decibels + CELLS), 0, CELLS);
  }
}
