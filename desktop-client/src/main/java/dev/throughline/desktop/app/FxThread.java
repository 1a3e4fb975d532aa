package dev.throughline.desktop.app;

import dev.throughline.desktop.platform.UiThread;
import javafx.application.Platform;

/** The JavaFX thread; work is always handed in, never run in place, so that order is kept. */
final class FxThread implements UiThread {
  @Override
  public void run(Runnable work) {
    Platform.runLater(work);
  }
}
