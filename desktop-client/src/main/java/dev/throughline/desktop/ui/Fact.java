package dev.throughline.desktop.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A number with its words in a well of its own: "2 sessions without debrief". */
public final class Fact extends VBox {
  private final HBox line;
  private final String sentence;

  public Fact(String number, String unit, String words) {
    getStyleClass().addAll("tl-well", "tl-fact");
    sentence = String.join(" ", number, unit, words);
    var count = new HBox(Labels.h1(number), Labels.small(unit));
    count.getStyleClass().add("count");
    line = new HBox(count, Spaces.grow());
    line.getStyleClass().add("line");
    getChildren().addAll(line, Labels.small(words));
  }

  /** Makes the whole fact a button to what it counts. */
  public Fact onOpen(Runnable open) {
    Pressable.make(this, sentence, open);
    return this;
  }

  /** Shows the key that opens what it counts. */
  public Fact key(String key) {
    line.getChildren().add(KeyCap.of(key));
    setAccessibleHelp(key);
    return this;
  }
}
