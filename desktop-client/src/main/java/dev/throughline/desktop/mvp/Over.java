package dev.throughline.desktop.mvp;

import dev.throughline.desktop.ui.InPlaceFieldView;

/** Words of what is over step back. */
final class Over {
  private Over() {}

  static void mark(InPlaceFieldView words, boolean isOver) {
    words.getStyleClass().remove("over");
    if (isOver) {
      words.getStyleClass().add("over");
    }
  }
}
