package dev.throughline.desktop.app;

import javafx.stage.Stage;

/** Told once the main window is on the screen; on the JavaFX thread. */
@FunctionalInterface
interface ShownWindow {
  ShownWindow NOTHING = (stage, window) -> {};

  void shown(Stage stage, DesktopWindow window);
}
