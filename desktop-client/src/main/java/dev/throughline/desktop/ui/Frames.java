package dev.throughline.desktop.ui;

import javafx.animation.AnimationTimer;

/** Spreads work on the screen over frames, so that none takes long. On the JavaFX thread. */
public final class Frames {
  private Frames() {}

  /** Does something once what is on the screen now has been drawn. */
  public static void next(Runnable then) {
    new AnimationTimer() {
      private boolean isSecond;

      @Override
      public void handle(long now) {
        // The first call comes before the frame with what is on the screen now.
        if (isSecond) {
          stop();
          then.run();
        }
        isSecond = true;
      }
    }.start();
  }
}
