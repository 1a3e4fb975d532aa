package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Width;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Head of what is looked at: its kind, its name, one sentence, and ways to look further. */
final class DetailHead extends HBox {
  /** Narrower than this many text heights, the ways stand below the words. */
  private static final double BESIDE_FROM_EM = 44;

  private final VBox words = new VBox();
  private final HBox ways;
  private final Label line;

  DetailHead(Icon icon, String kind, String title, String said, Button... ways) {
    this.ways = new HBox(ways);
    getStyleClass().add("detail-head");
    Label chip = Chip.of(Chip.State.NEUTRAL, icon, kind);
    chip.setMinWidth(USE_PREF_SIZE);
    Label name = Labels.wrapping(Labels.h1(title));
    FlowPane first = new FlowPane(chip, name);
    first.getStyleClass().add("first");
    first.setMinWidth(0);
    name.maxWidthProperty().bind(first.widthProperty());
    line = Labels.wrapping(Labels.muted(said));
    words.getChildren().addAll(first, line);
    words.getStyleClass().add("words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    this.ways.getStyleClass().add("ways");
    this.ways.setMinWidth(USE_PREF_SIZE);
    Width.isBelow(BESIDE_FROM_EM, this, line).subscribe(this::arrange);
  }

  /** Stands above the body; with large text in a small window it scrolls along with it. */
  void above(BorderPane pane, VBox body) {
    pane.setTop(this);
    Width.isBelow(BESIDE_FROM_EM, pane, line)
        .subscribe(
            below -> {
              body.getChildren().remove(this);
              pane.setTop(null);
              if (below) {
                body.getChildren().addFirst(this);
              } else {
                pane.setTop(this);
              }
            });
  }

  private void arrange(boolean below) {
    words.getChildren().remove(ways);
    if (below) {
      getChildren().setAll(words);
      words.getChildren().add(ways);
    } else {
      getChildren().setAll(words, ways);
    }
  }
}
