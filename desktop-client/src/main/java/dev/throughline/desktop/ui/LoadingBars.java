package dev.throughline.desktop.ui;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Grey bars in the shape of what comes, shown only when it takes longer than 300 ms. */
public final class LoadingBars extends VBox {
  private static final Duration PATIENCE = Duration.millis(300);
  private static final int BARS = 4;

  /** Bars that show at once, for places that already waited. */
  public LoadingBars() {
    getStyleClass().add("tl-loading");
    setAccessibleText(Texts.text("ui.loading"));
    for (int bar = 0; bar < BARS; bar++) {
      var line = new Region();
      line.getStyleClass().addAll("bar", "b" + bar);
      getChildren().add(line);
    }
  }

  public static LoadingBars afterPatience() {
    var bars = new LoadingBars();
    bars.setVisible(false);
    var pause = new PauseTransition(PATIENCE);
    pause.setOnFinished(event -> bars.setVisible(true));
    pause.play();
    return bars;
  }
}
